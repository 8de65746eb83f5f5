import { execFileSync } from 'node:child_process'
import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** The libraries of a program on Linux, by the dynamic linker's own word. */
const librariesOf = (program: string): string[] =>
  execFileSync('ldd', [program], { encoding: 'utf8' }).match(/\/\S+(?= \(0x)/g) ?? []

/**
 * Writes what a base image is made of that needs no network: the Node that runs this, and its libraries. It has no
 * shell, so what runs on it needs none.
 */
export const writeLocalBase = (folder: string): void => {
  const program = process.execPath
  for (const [from, to] of [
    [program, '/usr/local/bin/node'],
    ...librariesOf(program).map((one) => [one, one]),
  ]) {
    if (from === undefined || to === undefined) continue
    const place = join(folder, 'root', to)
    mkdirSync(dirname(place), { recursive: true })
    copyFileSync(from, place)
  }
  mkdirSync(join(folder, 'root', 'tmp'), { recursive: true })
  writeFileSync(join(folder, 'Containerfile'), 'FROM scratch\nCOPY root /\nENV PATH=/usr/local/bin\n')
}
