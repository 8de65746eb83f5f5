import { gzipSync } from 'node:zlib'

/** One file of an archive; its name has slashes and no dot segments. */
export type ArchivedFile = { readonly name: string; readonly bytes: Uint8Array }

const BLOCK = 512

/** The same for every file of every archive, in s since 1970: tar warns of times that are too old. */
const MODIFIED = Date.UTC(2000, 0, 1) / 1000

/** A number as the format writes it: octal digits to the width, and a zero byte. */
const octal = (value: number, width: number): string => `${value.toString(8).padStart(width - 1, '0')}\0`

/** @throws Error where a name does not fit into the format. */
const header = (name: string, size: number, kind: 'file' | 'folder'): Buffer => {
  if (Buffer.byteLength(name) > 100) throw new Error(`${name} is too long a name for this archive`)
  const block = Buffer.alloc(BLOCK)
  block.write(name, 0)
  block.write(octal(kind === 'file' ? 0o644 : 0o755, 8), 100)
  // Owner and group are root, without names.
  block.write(octal(0, 8) + octal(0, 8), 108)
  block.write(octal(size, 12) + octal(MODIFIED, 12), 124)
  // The sum counts itself as eight blanks.
  block.write(' '.repeat(8), 148)
  block.write(kind === 'file' ? '0' : '5', 156)
  block.write('ustar\u000000', 257)
  const sum = block.reduce((all, byte) => all + byte, 0)
  block.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148)
  return block
}

const foldersOf = (name: string): string[] => {
  const parts = name.split('/').slice(0, -1)
  return parts.map((_part, at) => `${parts.slice(0, at + 1).join('/')}/`)
}

const byName = (a: string, b: string): number => (a < b ? -1 : 1)

/**
 * A compressed archive (POSIX ustar) that depends on its files alone: the same files make the same bytes, whoever made
 * them, when and in which order.
 */
export const tarArchive = (files: readonly ArchivedFile[]): Buffer => {
  const folders = [...new Set(files.flatMap(({ name }) => foldersOf(name)))]
  const blocks = [
    ...folders.toSorted(byName).map((name) => header(name, 0, 'folder')),
    ...files
      .toSorted((a, b) => byName(a.name, b.name))
      .flatMap(({ name, bytes }) => [
        header(name, bytes.length, 'file'),
        bytes,
        Buffer.alloc((BLOCK - (bytes.length % BLOCK)) % BLOCK),
      ]),
    Buffer.alloc(2 * BLOCK),
  ]
  const zipped = gzipSync(Buffer.concat(blocks), { level: 9 })
  // The system that made it is part of the header: "unknown" everywhere.
  zipped[9] = 255
  return zipped
}
