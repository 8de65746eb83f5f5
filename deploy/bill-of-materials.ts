import { createHash } from 'node:crypto'
import type { Shipped, ShippedPackage } from './shipped-packages.ts'

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

/** The list of what ships, as CycloneDX. */
export const billOfMaterials = (shipped: Shipped) => {
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
  return {
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
}
