import '#app/start/mantine-styles.ts'
import { createRoot } from 'react-dom/client'
import { UNSAFE_createMemoryHistory as createMemoryHistory } from 'react-router'
import * as v from 'valibot'
import { mirrorServer } from '#contract/mirror-server.ts'
import { repository } from '#contract/repository.ts'
import { App } from '#app/start/app.tsx'
import { createPageRouter } from '#app/start/page-router.ts'
import { mirrorsQuery } from '#app/domain/mirror/mirrors.ts'
import { createQueryClient } from '#app/api/query-client.ts'
import { projectsQuery } from '#app/domain/repository/projects.ts'
import { longestListQuery } from '#app/domain/repository/longest-list-query.ts'
import { sessionKey } from '#app/api/session-key.ts'
import { shareRepeated } from '#app/domain/repository/share-repeated.ts'
import { CoveragePage } from '#app/features/coverage/coverage-page.tsx'
import { coverageStore } from '#app/domain/coverage/coverage-store.ts'
import { coverageMatrix } from '#app/features/coverage/matrix/coverage-matrix.ts'
import { coverageRows } from '#app/features/coverage/matrix/coverage-rows.ts'
import { CELL_STATES } from '#app/domain/coverage/cell-state.ts'

/** How many of each there are, from the address; all repositories have answers when `answers` says `all`, else samples. */
const sizes = new URLSearchParams(location.search)
const countOf = (name: string, otherwise: number): number => Number(sizes.get(name) ?? otherwise)
const [projects, perProject, mirrors] = [countOf('projects', 100), countOf('each', 1), countOf('mirrors', 10)]

/** Most copies are well, as in life; the others are spread over all states. */
const stateAt = (cell: number) => {
  const mixed = Math.imul(cell + 1, 2_654_435_761) >>> 0
  return mixed % 100 < 85 ? 'served' : (CELL_STATES[1 + (mixed % (CELL_STATES.length - 1))] ?? 'served')
}

const AREAS = ['payments', 'mobile', 'search', 'ledger', 'gateway', 'reports', 'media', 'build']
const nameOf = (at: number): string => `${AREAS[at % AREAS.length] ?? ''}-${String((at * 7919) % 100_003)}`

const parsed = Array.from({ length: projects * perProject }, (_, at) => {
  const project = Math.floor(at / perProject)
  return v.parse(repository, {
    id: at + 1,
    name: nameOf(at),
    project: { id: project + 1, key: `P${String(project)}`, name: `Project ${nameOf(project)}` },
  })
})
const page = shareRepeated({
  values: parsed,
  unreadable: [],
  start: 0,
  limit: parsed.length,
  isLastPage: true,
  nextPageStart: null,
})
const rows = page.values
const servers = Array.from({ length: mirrors }, (_, at) =>
  v.parse(mirrorServer, { id: `M${String(at)}`, name: `Mirror ${String(at)}`, enabled: true }),
)
for (const [row, { id }] of rows.entries()) {
  if (row % perProject > 0 && sizes.get('answers') !== 'all') continue
  for (const [column, mirror] of servers.entries()) {
    const state = stateAt(row * mirrors + column)
    coverageStore.answers.remember(id, mirror.id, { state, at: Date.now() })
  }
}

const client = createQueryClient()
client.setQueryData(sessionKey, { user: 'stage', upstream: 'https://bitbucket.test', embedded: null })
client.setQueryData(mirrorsQuery.queryKey, {
  rows: servers,
  unreadable: [],
  fault: null,
  hasMore: false,
  duplicates: 0,
  seenBefore: [],
})
client.setQueryData(projectsQuery.queryKey, {
  rows: [...new Set(rows.flatMap(({ project }) => project ?? []))],
  unreadable: [],
  fault: null,
  hasMore: false,
  duplicates: 0,
})
client.setQueryData(longestListQuery(client).queryKey, {
  pages: [page],
  pageParams: [{ start: 0, limit: rows.length }],
})

/** What filtering alone takes, for the measurement. The first search folds the names, as the first letter does. */
const measureFilter = () => {
  const matrix = coverageMatrix([], rows, coverageStore.samples)
  const open = new Set(matrix.projects.map(({ id }) => id))
  for (let run = 0; run < 12; run += 1) {
    const start = performance.now()
    coverageRows(matrix, run % 2 === 0 ? 'ledger-1' : 'pa', open, null)
    performance.measure('filter', { start, end: performance.now() })
  }
}
measureFilter()

const root = document.getElementById('root')
if (root) {
  const router = createPageRouter({
    history: createMemoryHistory(),
    routes: [
      { path: '/', isFramed: false, start: () => undefined, load: () => Promise.resolve(CoveragePage) },
    ],
    enter: () => Promise.resolve(null),
  })
  await router.ready
  createRoot(root).render(<App queryClient={client} router={router} nonce="" />)
}
