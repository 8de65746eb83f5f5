import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'
import { OLDEST_NODE } from '#gateway/command/node-too-old.ts'
import { billOfMaterials } from './bill-of-materials.ts'
import { bundleGateway } from './bundle-gateway.ts'
import { licenceTexts } from './licence-texts.ts'
import { shippedPackages } from './shipped-packages.ts'
import { type ArchivedFile, tarArchive } from './tar-archive.ts'

const root = resolve(import.meta.dirname, '..')
const folder = resolve(process.argv[2] ?? join(root, '.cache', 'package'))

const filesBelow = (place: string): string[] =>
  readdirSync(place, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(place, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))

const text = (name: string, content: string): ArchivedFile => ({ name, bytes: Buffer.from(content) })
const copy = (name: string, from: string): ArchivedFile => ({ name, bytes: readFileSync(join(root, from)) })

if (!existsSync(join(root, 'dist/index.html')))
  throw new Error('There is no built app: run npm run build first')
const shipped = shippedPackages(root, { hasRuntime: false })
const bundle = await bundleGateway(root)
const listed = new Set(shipped.packages.map((one) => one.folder))
const unlisted = bundle.packages.filter((one) => !listed.has(one))
if (unlisted.length > 0) throw new Error(`The list of what ships lacks ${unlisted.join(', ')}`)

const manifest = {
  name: shipped.name,
  version: shipped.version,
  private: true,
  license: 'MIT',
  bin: 'mirror-console.mjs',
  engines: { node: `>=${OLDEST_NODE}` },
}
const files = [
  ...bundle.files.map(({ name, text: code }) => text(name, code)),
  ...filesBelow(join(root, 'dist')).map((name) => copy(`app/${name}`, `dist/${name}`)),
  // How to run it comes along; how to make it does not.
  ...filesBelow(join(root, 'deploy'))
    .filter((name) => !/\.ts$|tsconfig/.test(name))
    .map((name) => copy(`deploy/${name}`, `deploy/${name}`)),
  copy('LICENSE', 'LICENSE'),
  text('licences.txt', licenceTexts(root, shipped)),
  text('mirror-console.cdx.json', `${JSON.stringify(billOfMaterials(shipped), null, 2)}\n`),
  text('package.json', `${JSON.stringify(manifest, null, 2)}\n`),
  text('VERSION', `${shipped.version}\n`),
]
const archive = tarArchive(files.map(({ name, bytes }) => ({ name: `mirror-console/${name}`, bytes })))
const place = join(folder, `${shipped.name}-${shipped.version}.tar.gz`)
mkdirSync(folder, { recursive: true })
writeFileSync(place, archive)
const digest = createHash('sha256').update(archive).digest('hex')
process.stdout.write(`${place}\n${files.length} files, ${archive.length} bytes, sha256 ${digest}\n`)
