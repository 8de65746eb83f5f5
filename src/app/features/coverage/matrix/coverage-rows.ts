import { originOf, foundRows } from '#app/ui/table/long/found-rows.ts'
import type { CoverageAnswers } from '#app/domain/coverage/coverage-answers.ts'
import {
  codesOfProject,
  codesOfRepository,
  type CoverageMatrix,
  type CoverageProject,
  type CoverageRepository,
} from './coverage-matrix.ts'
import { coverageVerdict, isFailing } from '#app/domain/coverage/coverage-verdict.ts'
import { projectVerdict, type RowVerdict } from './row-verdict.ts'

/** A row of the matrix: a project, or one of its repositories below it. */
export type CoverageRow =
  | { readonly kind: 'project'; readonly project: CoverageProject }
  | {
      readonly kind: 'repository'
      readonly project: CoverageProject
      readonly repository: CoverageRepository
    }

/** The choices of the filter. */
export const SHOWN = ['all', 'sole', 'nowhere', 'failing', 'open', 'empty'] as const

/** One choice of the filter. */
export type Shown = (typeof SHOWN)[number]

/** Which rows a verdict lets through: one place for each project, and one for each repository. */
export type Passing = { readonly projects: Uint8Array; readonly repositories: Uint8Array }

const passes = (shown: Shown, codes: Uint8Array, verdict: RowVerdict): boolean => {
  if (shown === 'failing') return isFailing(codes)
  return verdict === shown || (shown === 'open' && verdict === 'unreadable')
}

/**
 * Which rows pass a filter by what is known; `null` when all do. Repositories are judged only below projects that are
 * open, since the others are not shown.
 */
export const passingRows = (
  matrix: CoverageMatrix,
  shown: Shown,
  open: ReadonlySet<string>,
  columns: Int32Array,
  answers: Pick<CoverageAnswers, 'eachCode'>,
): Passing | null => {
  if (shown === 'all') return null
  const projects = new Uint8Array(matrix.projects.length)
  const repositories = new Uint8Array(matrix.repositories.length)
  for (const [at, project] of matrix.projects.entries()) {
    const codes = codesOfProject(matrix, project, columns, answers)
    if (passes(shown, codes, projectVerdict(project, codes))) projects[at] = 1
    if (!open.has(project.id)) continue
    for (let place = project.first; place < project.end; place += 1) {
      const id = matrix.repositories[place]?.id ?? ''
      const codes = codesOfRepository(id, columns, answers)
      if (passes(shown, codes, coverageVerdict(codes))) repositories[place] = 1
    }
  }
  return { projects, repositories }
}

const nameOf = ({ name }: { readonly name: string }) => [name]

/** 1 for each place whose name holds `search`. */
const foundPlaces = (all: readonly { readonly name: string }[], search: string): Uint8Array => {
  const found = new Uint8Array(all.length)
  for (const place of originOf(foundRows(all, search, nameOf))?.places ?? []) found[place] = 1
  return found
}

/**
 * The rows to draw, as numbers: a project is its place, a repository comes after all projects. A project that is open
 * shows the repositories that pass; one that does not pass itself is shown above those of its repositories that do.
 */
export const coverageRows = (
  { projects, repositories }: CoverageMatrix,
  search: string,
  open: ReadonlySet<string>,
  passing: Passing | null,
): Int32Array => {
  const isSearch = search.trim() !== ''
  const named = isSearch ? foundPlaces(projects, search) : null
  const namedBelow = isSearch && open.size > 0 ? foundPlaces(repositories, search) : null
  const rows = new Int32Array(projects.length + repositories.length)
  let count = 0
  for (const [at, { id, first, end }] of projects.entries()) {
    const isNamed = named?.[at] !== 0
    const isOwn = isNamed && passing?.projects[at] !== 0
    rows[count] = at
    const head = count
    count += 1
    const last = open.has(id) ? end : first
    for (let place = first; place < last; place += 1) {
      if (passing?.repositories[place] === 0 || (!isNamed && namedBelow?.[place] !== 1)) continue
      rows[count] = projects.length + place
      count += 1
    }
    if (!isOwn && count === head + 1) count = head
  }
  return rows.slice(0, count)
}

/** What a number of {@link coverageRows} stands for. */
export const rowAt = (
  { projects, repositories }: CoverageMatrix,
  number: number | undefined,
): CoverageRow | undefined => {
  if (number === undefined) return undefined
  const project = projects[number]
  if (project) return { kind: 'project', project }
  const place = number - projects.length
  const repository = repositories[place]
  const owner = projects[ownerOf(projects, place)]
  return repository && owner ? { kind: 'repository', project: owner, repository } : undefined
}

/** The project that a repository's place belongs to: the last one that begins at or before it. */
const ownerOf = (projects: readonly CoverageProject[], place: number): number => {
  let low = 0
  let high = projects.length - 1
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if ((projects[middle]?.first ?? 0) <= place) low = middle
    else high = middle - 1
  }
  return low
}

/** The cells of one row, by code, one for each of `columns`. */
export const codesOf = (
  matrix: CoverageMatrix,
  row: CoverageRow,
  columns: Int32Array,
  answers: Pick<CoverageAnswers, 'eachCode'>,
): Uint8Array =>
  row.kind === 'project'
    ? codesOfProject(matrix, row.project, columns, answers)
    : codesOfRepository(row.repository.id, columns, answers)

/** The verdict about one row by its cells. */
export const verdictOf = (row: CoverageRow, codes: Uint8Array): RowVerdict =>
  row.kind === 'project' ? projectVerdict(row.project, codes) : coverageVerdict(codes)

/** Where the repositories of a row are in the matrix: one, or all of a project. */
export const spanOf = ({ repositories }: CoverageMatrix, row: CoverageRow) => {
  if (row.kind === 'project') return row.project
  const first = repositories.indexOf(row.repository, row.project.first)
  return { first, end: first + 1 }
}
