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

type Shared = { readonly counts: ReadonlyMap<string, number>; readonly ofFirstPage: ReadonlySet<string> }

const sharedModules = (pageList: string, graph: ModuleGraph): Shared => {
  // The bundler reuses its arrays for the next module: keep a copy.
  const pages = [...(graph.getModuleInfo(pageList)?.dynamicallyImportedIds ?? [])]
  if (pages.length === 0) throw new Error(`No page is imported by ${pageList}.`)
  const reached = pages.map((page) => reachedFrom(page, graph))
  const counts = new Map<string, number>()
  for (const ids of reached) for (const id of ids) counts.set(id, (counts.get(id) ?? 0) + 1)
  return { counts, ofFirstPage: reached[0] ?? new Set() }
}

/**
 * Names a chunk for each own module that at least `atLeast` pages need at once, so before their first row: `landing`
 * for what the first page of the list needs too, `pages` for the rest, so that people who land there wait for no table.
 * The bundler's own count also counts dialogs and tabs that open later, whose code would then come with every page.
 * It serves one build: the module graph is read once.
 *
 * @param pageList the module that imports every page dynamically.
 * @throws Error when that module imports no page.
 */
export const sharedByPages = ({
  pageList = PAGE_LIST,
  atLeast,
  only,
}: {
  readonly pageList?: string
  readonly atLeast: number
  /** The chunk to name: the other one is left to another group, so that each takes along what it imports. */
  readonly only: 'landing' | 'pages'
}) => {
  let shared: Shared | undefined
  return (id: string, graph: ModuleGraph): string | null => {
    shared ??= sharedModules(pageList, graph)
    if ((shared.counts.get(id) ?? 0) < atLeast) return null
    return shared.ofFirstPage.has(id) === (only === 'landing') ? only : null
  }
}
