import { join } from 'node:path'

/** The module that imports every page of the console. */
const PAGE_LIST = join(import.meta.dirname, '../app/start/pages.ts')

type ModuleGraph = {
  readonly getModuleInfo: (id: string) => {
    readonly importedIds: readonly string[]
    readonly dynamicallyImportedIds: readonly string[]
  } | null
}

/** A package's barrel imports all of the package: what is really used of it, the bundler finds out itself. */
const isOwn = (id: string): boolean => !id.includes('/node_modules/')

/** The module of a page, and all own modules that it imports statically. */
const reachedFrom = (page: string, graph: ModuleGraph): ReadonlySet<string> => {
  const reached = new Set<string>()
  const waiting = [page]
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    if (reached.has(id) || !isOwn(id)) continue
    reached.add(id)
    waiting.push(...(graph.getModuleInfo(id)?.importedIds ?? []))
  }
  return reached
}

type Shared = {
  readonly counts: ReadonlyMap<string, number>
  readonly reached: readonly ReadonlySet<string>[]
}

const sharedModules = (pageList: string, graph: ModuleGraph): Shared => {
  // The bundler reuses its arrays for the next module: keep a copy.
  const pages = [...(graph.getModuleInfo(pageList)?.dynamicallyImportedIds ?? [])]
  if (pages.length === 0) throw new Error(`No page is imported by ${pageList}.`)
  const reached = pages.map((page) => reachedFrom(page, graph))
  const counts = new Map<string, number>()
  for (const ids of reached) for (const id of ids) counts.set(id, (counts.get(id) ?? 0) + 1)
  return { counts, reached }
}

/**
 * Names a chunk for each own module that at least `atLeast` pages need at once, so before their first row. What the first
 * pages of the list need is in chunks of their own, so that those who land there wait for no code of other pages.
 *
 * The bundler's own count also counts dialogs and tabs that open later, whose code would then come with every page.
 * It serves one build: the module graph is read once.
 *
 * @param pageList the module that imports every page dynamically.
 * @param page the place in the list of the page whose chunk to name; what earlier pages need is in theirs. With `null`, the
 * chunk of what none of the first `landing` pages needs. Each is a group of its own, so that it takes along what it imports.
 * @throws Error when that module imports no page.
 */
export const sharedByPages = ({
  pageList = PAGE_LIST,
  atLeast,
  landing,
  page,
}: {
  readonly pageList?: string
  readonly atLeast: number
  readonly landing: number
  readonly page: number | null
}) => {
  let shared: Shared | undefined
  return (id: string, graph: ModuleGraph): string | null => {
    shared ??= sharedModules(pageList, graph)
    if ((shared.counts.get(id) ?? 0) < atLeast) return null
    const first = shared.reached.slice(0, landing).findIndex((ids) => ids.has(id))
    if (page === null) return first === -1 ? 'pages' : null
    return first === page ? `landing-${page}` : null
  }
}
