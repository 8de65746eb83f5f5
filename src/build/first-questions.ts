import { createQueryClient } from '#app/api/query-client.ts'
import { pages } from '#app/start/pages.ts'

/** A page, the module of its code, the templates of the addresses that it reads first, and whether people land on it. */
export type FirstQuestions = {
  readonly path: string
  readonly module: string
  readonly isLanding: boolean
  readonly reads: readonly string[]
}

/** A placeholder for an id while a page's needs are recorded; no other address contains it. */
const ID = 'ID-OF-THE-PAGE'

/** The module that a page's own function imports, as Vite writes it for Node. */
const moduleOf = (load: () => Promise<unknown>): string => {
  const [found] = /\/src\/app\/features\/[\w/-]+\.tsx/.exec(load.toString()) ?? []
  if (found === undefined) throw new Error(`No page is imported by ${load.toString()}`)
  return found
}

/** What `start` asks before anything is answered, without what no earlier answer may serve. */
const askedBy = (start: () => void): readonly string[] => {
  const asked: string[] = []
  const { fetch } = globalThis
  globalThis.fetch = (input, init) => {
    const { pathname, search } = new URL(input instanceof Request ? input.url : input)
    // What is timed must go over the wire when its reader asks.
    if (init?.cache !== 'no-store') asked.push(pathname + search)
    // Never answered, but given up with its question: what waits for it would keep the build from ending.
    return new Promise((_resolve, reject) => {
      init?.signal?.addEventListener('abort', () => reject(new Error('It was only written down')))
    })
  }
  // The client reads its base path from the document; here it is the root.
  Object.assign(globalThis, { document: { baseURI: 'http://console.invalid/', querySelector: () => null } })
  try {
    start()
    return asked
  } finally {
    globalThis.fetch = fetch
    Reflect.deleteProperty(globalThis, 'document')
  }
}

/** Starts the needs of every page as the router does, and writes down what they ask. */
export const firstQuestions = (): readonly FirstQuestions[] =>
  pages.map(({ path, load, needs, isLanding = false }) => ({
    path: path.replace(':id', '{id}'),
    module: moduleOf(load),
    isLanding,
    reads: askedBy(() => {
      const client = createQueryClient()
      for (const need of needs(client, { id: ID, search: new URLSearchParams() })) {
        need.catch(() => undefined)
      }
      void client.cancelQueries()
    }).map((target) => target.replaceAll(ID, '{id}')),
  }))
