import { isSafeId } from '#contract/path.ts'
import type { Repository } from '#contract/repository.ts'
import { type CellState, combinedState } from './cell-state.ts'
import { type CoverageVerdict, coverageVerdict, isFailing } from './coverage-verdict.ts'

/** A project and its repositories that are loaded, in the server's order. */
export type CoverageProject = {
  readonly id: string
  readonly name: string
  readonly folded: string
  readonly repositories: readonly Repository[]
}

/** A row of the matrix: a project, or one of its repositories below it. */
export type CoverageRow =
  | { readonly kind: 'project'; readonly project: CoverageProject }
  | { readonly kind: 'repository'; readonly project: CoverageProject; readonly repository: Repository }

/** What the filter lets through. */
export const SHOWN = ['all', 'sole', 'nowhere', 'failing', 'open'] as const

/** What the filter lets through. */
export type Shown = (typeof SHOWN)[number]

/** What is known so far. */
export type Answers = {
  readonly stateAt: (repositoryId: string, mirrorId: string) => CellState
  readonly isKnown: (repositoryId: string) => boolean
}

/** Repositories by project. Those without one stand together; those with an unusable id cannot be asked about. */
export const projectsOf = (repositories: readonly Repository[]): readonly CoverageProject[] => {
  const byId = new Map<string, { name: string; repositories: Repository[] }>()
  for (const repository of repositories) {
    if (!isSafeId(repository.id)) continue
    const { project } = repository
    const id = project?.id ?? ''
    const entry = byId.get(id) ?? {
      name: project ? (project.name ?? project.key) : 'No project',
      repositories: [],
    }
    entry.repositories.push(repository)
    byId.set(id, entry)
  }
  return [...byId].map(([id, { name, repositories }]) => ({
    id,
    name,
    folded: name.toLowerCase(),
    repositories,
  }))
}

/** The cells of a row, one for each mirror. A project is judged by those of its repositories that were asked about. */
export const cellsOf = (
  row: CoverageRow,
  mirrorIds: readonly string[],
  { stateAt, isKnown }: Answers,
): readonly CellState[] => {
  if (row.kind === 'repository') return mirrorIds.map((mirrorId) => stateAt(row.repository.id, mirrorId))
  const asked = row.project.repositories.filter(({ id }) => isKnown(id))
  const [only] = asked
  if (only === undefined) return mirrorIds.map(() => 'not-asked')
  return asked.length === 1
    ? mirrorIds.map((mirrorId) => stateAt(only.id, mirrorId))
    : mirrorIds.map((mirrorId) => combinedState(asked.map(({ id }) => stateAt(id, mirrorId))))
}

const lets = (shown: Shown, cells: readonly CellState[]): boolean => {
  if (shown === 'all') return true
  if (shown === 'failing') return isFailing(cells)
  const verdict: CoverageVerdict = coverageVerdict(cells)
  return verdict === shown
}

/** The rows to draw: projects that pass search and filter, each followed by its repositories where it is open. */
export const coverageRows = (
  projects: readonly CoverageProject[],
  {
    search,
    shown,
    open,
    mirrorIds,
    answers,
  }: {
    readonly search: string
    readonly shown: Shown
    readonly open: ReadonlySet<string>
    /** Without those that are thought gone. */
    readonly mirrorIds: readonly string[]
    readonly answers: Answers
  },
): readonly CoverageRow[] => {
  const wanted = search.trim().toLowerCase()
  return projects.flatMap((project): readonly CoverageRow[] => {
    const row: CoverageRow = { kind: 'project', project }
    if (wanted !== '' && !project.folded.includes(wanted)) return []
    if (shown !== 'all' && !lets(shown, cellsOf(row, mirrorIds, answers))) return []
    if (!open.has(project.id)) return [row]
    return [
      row,
      ...project.repositories.map((repository): CoverageRow => ({ kind: 'repository', project, repository })),
    ]
  })
}
