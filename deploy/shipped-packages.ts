import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as v from 'valibot'

const names = v.optional(v.record(v.string(), v.string()), {})

const locked = v.object({
  version: v.optional(v.string(), ''),
  license: v.optional(v.string()),
  integrity: v.optional(v.string()),
  dependencies: names,
  devDependencies: names,
  peerDependencies: names,
  peerDependenciesMeta: v.optional(
    v.record(v.string(), v.object({ optional: v.optional(v.boolean(), false) })),
    {},
  ),
})

const lockFile = v.object({
  lockfileVersion: v.literal(3),
  name: v.string(),
  version: v.string(),
  packages: v.record(v.string(), locked),
})

type Locked = v.InferOutput<typeof locked>

/** One package that ships, as the lock file names it. */
export type ShippedPackage = Pick<Locked, 'version' | 'license' | 'integrity'> & {
  readonly name: string
  /** Folder below the project. */
  readonly folder: string
  /** Folders of the packages it needs. */
  readonly needs: readonly string[]
}

/** What a package needs at run time. Optional peers are types and plugins of other packages. */
const neededBy = ({ dependencies, peerDependencies, peerDependenciesMeta }: Locked): string[] => [
  ...Object.keys(dependencies),
  ...Object.keys(peerDependencies).filter((name) => peerDependenciesMeta[name]?.optional !== true),
]

/** The runtime is a development dependency so that npm brings it, but it ships. */
const RUNTIME = 'node'

/**
 * The packages that run in production, found by following the lock file from the project's own dependencies. The list
 * that npm makes leaves out what a development dependency needs too, which is React and undici here.
 *
 * @param hasRuntime whether Node ships, too, as it does in a clone; the archive runs on the Node that is there.
 * @throws Error when the lock file is missing, of another version, or lacks a package that another one needs.
 */
export const shippedPackages = (root: string, { hasRuntime }: { readonly hasRuntime: boolean }) => {
  const text = readFileSync(join(root, 'package-lock.json'), 'utf8')
  const { name, version, packages } = v.parse(lockFile, JSON.parse(text))
  const project = packages['']
  if (project === undefined) throw new Error('package-lock.json does not describe the project itself')

  /** As Node resolves it: in the package's own folder first, then further up. */
  const find = (wanted: string, from: string): string => {
    for (let at = from; ; at = at.slice(0, Math.max(0, at.lastIndexOf('node_modules/') - 1))) {
      const folder = `${at === '' ? '' : `${at}/`}node_modules/${wanted}`
      if (packages[folder] !== undefined) return folder
      if (at === '') throw new Error(`package-lock.json lacks ${wanted}, which ${from} needs`)
    }
  }

  const shipped = new Map<string, ShippedPackage>()
  const visit = (folder: string): void => {
    const entry = packages[folder]
    if (entry === undefined || shipped.has(folder)) return
    const needs = neededBy(entry).map((wanted) => find(wanted, folder))
    const own = folder.slice(folder.lastIndexOf('node_modules/') + 'node_modules/'.length)
    const { version, license, integrity } = entry
    shipped.set(folder, { name: own, folder, version, license, integrity, needs })
    for (const need of needs) visit(need)
  }
  const direct = [...neededBy(project), ...(hasRuntime ? [RUNTIME] : [])].map((wanted) => find(wanted, ''))
  for (const folder of direct) visit(folder)
  return {
    name,
    version,
    direct,
    packages: [...shipped.values()].toSorted((a, b) => a.folder.localeCompare(b.folder)),
  }
}

/** What ships, and what of it the project itself needs. */
export type Shipped = ReturnType<typeof shippedPackages>
