import { mkdirSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { billOfMaterials } from './bill-of-materials.ts'
import { licenceTexts } from './licence-texts.ts'
import { shippedPackages } from './shipped-packages.ts'

const root = resolve(import.meta.dirname, '..')
const folder = resolve(process.argv[2] ?? join(root, '.cache', 'sbom'))
const shipped = shippedPackages(root, { hasRuntime: true })

mkdirSync(folder, { recursive: true })
writeFileSync(
  join(folder, 'mirror-console.cdx.json'),
  `${JSON.stringify(billOfMaterials(shipped), null, 2)}\n`,
)
writeFileSync(join(folder, 'licences.txt'), licenceTexts(root, shipped))
process.stdout.write(`${shipped.packages.length} packages ship: ${folder}\n`)
