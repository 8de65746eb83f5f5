import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { type ShippedPackage, shippedPackages } from './shipped-packages.ts'

const root = resolve(import.meta.dirname, '..')
const folder = resolve(process.argv[2] ?? join(root, '.cache', 'sbom'))
const shipped = shippedPackages(root)

const purlOf = ({ name, version }: Pick<ShippedPackage, 'name' | 'version'>): string =>
  `pkg:npm/${name.replace(/^@/, '%40')}@${version}`

/** SRI has base64, CycloneDX has hex. */
const hashesOf = (integrity: string | undefined) =>
  (integrity ?? '').split(' ').flatMap((part) => {
    const [, bits, digest = ''] = /^sha(\d+)-(.+)$/.exec(part) ?? []
    return bits === undefined
      ? []
      : [{ alg: `SHA-${bits}`, content: Buffer.from(digest, 'base64').toString('hex') }]
  })

/** An expression is more than one identifier of SPDX's list. */
const licencesOf = (licence: string | undefined) => {
  if (licence === undefined) return []
  return [/^[\w.+-]+$/.test(licence) ? { license: { id: licence } } : { expression: licence }]
}

const refOf = new Map(shipped.packages.map((one) => [one.folder, purlOf(one)]))
const refsOf = (folders: readonly string[]): string[] =>
  [...new Set(folders.flatMap((need) => refOf.get(need) ?? []))].toSorted((a, b) => a.localeCompare(b))

const own = purlOf(shipped)
const components = shipped.packages.map((one) => ({
  type: one.name === 'node' ? 'platform' : 'library',
  'bom-ref': purlOf(one),
  name: one.name,
  version: one.version,
  purl: purlOf(one),
  licenses: licencesOf(one.license),
  hashes: hashesOf(one.integrity),
}))
const dependencies = [
  { ref: own, dependsOn: refsOf(shipped.direct) },
  ...shipped.packages.map((one) => ({ ref: purlOf(one), dependsOn: refsOf(one.needs) })),
]
// The same contents have the same number: two builds of one commit can be compared byte by byte.
const digest = createHash('sha256').update(JSON.stringify(components)).digest('hex')
const serial = [
  [0, 8],
  [8, 12],
  [12, 16],
  [16, 20],
  [20, 32],
].map(([from, to]) => digest.slice(from, to))
const bom = {
  $schema: 'http://cyclonedx.org/schema/bom-1.5.schema.json',
  bomFormat: 'CycloneDX',
  specVersion: '1.5',
  serialNumber: `urn:uuid:${serial.join('-')}`,
  version: 1,
  metadata: {
    component: {
      type: 'application',
      'bom-ref': own,
      name: shipped.name,
      version: shipped.version,
      purl: own,
      licenses: licencesOf('MIT'),
    },
  },
  components,
  dependencies,
}

const licenceText = ({ folder }: ShippedPackage): string => {
  const place = join(root, folder)
  const file = existsSync(place)
    ? readdirSync(place).find((name) => /^licen[cs]e(?:\.\w+)?$/i.test(name))
    : undefined
  return file === undefined ? '' : readFileSync(join(place, file), 'utf8').trim()
}
const rule = '-'.repeat(80)
const licences = shipped.packages.map((one) =>
  [`${one.name} ${one.version}: ${one.license ?? 'no licence named'}`, licenceText(one)]
    .join('\n\n')
    .trimEnd(),
)

mkdirSync(folder, { recursive: true })
writeFileSync(join(folder, 'mirror-console.cdx.json'), `${JSON.stringify(bom, null, 2)}\n`)
writeFileSync(join(folder, 'licences.txt'), `${licences.join(`\n\n${rule}\n\n`)}\n`)
process.stdout.write(`${components.length} packages ship: ${folder}\n`)
