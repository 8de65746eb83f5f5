import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Shipped, ShippedPackage } from './shipped-packages.ts'

const licenceText = (root: string, { folder }: ShippedPackage): string => {
  const place = join(root, folder)
  const file = existsSync(place)
    ? readdirSync(place).find((name) => /^licen[cs]e(?:\.\w+)?$/i.test(name))
    : undefined
  return file === undefined ? '' : readFileSync(join(place, file), 'utf8').trim()
}
const rule = '-'.repeat(80)

/** The licences of all that ships, to be passed on with it. */
export const licenceTexts = (root: string, { packages }: Shipped): string => {
  const texts = packages.map((one) =>
    [`${one.name} ${one.version}: ${one.license ?? 'no licence named'}`, licenceText(root, one)]
      .join('\n\n')
      .trimEnd(),
  )
  return `${texts.join(`\n\n${rule}\n\n`)}\n`
}
