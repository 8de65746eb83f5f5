import { isSafeId } from '#contract/path.ts'
import type { Repository } from '#contract/repository.ts'
import { combinedCodes } from '#app/domain/coverage/combined-codes.ts'
import type { CoverageAnswers } from '#app/domain/coverage/coverage-answers.ts'
import type { ProjectSamples, SampleKind } from '#app/domain/coverage/project-samples.ts'

/** A project, what is known of its repositories, and where they are in the matrix: from `first` to before `end`. */
export type CoverageProject = {
  readonly id: string
  readonly name: string
  readonly first: number
  readonly end: number
  readonly sample: SampleKind
}

/** A repository as far as the matrix shows it. */
export type CoverageRepository = Pick<Repository, 'id' | 'name'>

/** Projects in the server's order, and their repositories one project after the other. */
export type CoverageMatrix = {
  readonly projects: readonly CoverageProject[]
  readonly repositories: readonly CoverageRepository[]
}

/** A project as Bitbucket lists it. */
type ListedProject = NonNullable<Repository['project']>

type Entry = { readonly name: string; readonly repositories: CoverageRepository[] }

const nameOf = (project: ListedProject | null): string =>
  project === null ? 'No project' : (project.name ?? project.key)

/**
 * Repositories by project. Those without one are grouped together; those with an unusable id cannot be asked about. The
 * repository that stands for a project is among its repositories, whether it was loaded or not.
 *
 * @param listed all projects, as far as Bitbucket lists them; further ones are those of loaded repositories.
 */
export const coverageMatrix = (
  listed: readonly ListedProject[],
  loaded: readonly Repository[],
  samples: Pick<ProjectSamples, 'of'>,
): CoverageMatrix => {
  const byId = new Map<string, Entry>()
  for (const project of listed) byId.set(project.id, { name: nameOf(project), repositories: [] })
  for (const repository of loaded) {
    if (!isSafeId(repository.id)) continue
    const id = repository.project?.id ?? ''
    const entry = byId.get(id) ?? { name: nameOf(repository.project), repositories: [] }
    entry.repositories.push(repository)
    byId.set(id, entry)
  }
  const repositories: CoverageRepository[] = []
  const projects = [...byId].map(([id, entry]) => {
    const first = repositories.length
    const sample = samples.of(id)
    if (sample?.kind === 'repository' && entry.repositories.every((one) => one.id !== sample.id)) {
      repositories.push({ id: sample.id, name: `Repository ${sample.id}` })
    }
    for (const repository of entry.repositories) repositories.push(repository)
    const end = repositories.length
    const kind: SampleKind = end > first ? 'repository' : (sample?.kind ?? 'unread')
    return { id, name: entry.name, first, end, sample: kind }
  })
  return { projects, repositories }
}

/** The repositories of one project. */
export const repositoriesOf = (
  { repositories }: CoverageMatrix,
  { first, end }: CoverageProject,
): readonly CoverageRepository[] => repositories.slice(first, end)

type Codes = Pick<CoverageAnswers, 'eachCode'>

/** The cells of one repository, by code, one for each of `columns`. */
export const codesOfRepository = (id: string, columns: Int32Array, { eachCode }: Codes): Uint8Array => {
  const codes = new Uint8Array(columns.length)
  eachCode(id, columns, (index, code) => {
    codes[index] = code
  })
  return codes
}

/** The cells of a project, by code: judged by those of its repositories that were asked about. */
export const codesOfProject = (
  { repositories }: CoverageMatrix,
  { first, end }: CoverageProject,
  columns: Int32Array,
  { eachCode }: Codes,
): Uint8Array => {
  const codes = new Uint8Array(columns.length)
  const combine = (index: number, code: number) => {
    codes[index] = combinedCodes(codes[index] ?? 0, code)
  }
  for (let place = first; place < end; place += 1) eachCode(repositories[place]?.id ?? '', columns, combine)
  return codes
}

/** When the oldest answer about a project or one of its repositories came (epoch ms); `null` without any. */
export const oldestAnswer = (
  { repositories }: CoverageMatrix,
  { first, end }: Pick<CoverageProject, 'first' | 'end'>,
  columns: Int32Array,
  { eachCode }: Codes,
): number | null => {
  let oldest = Infinity
  const note = (_index: number, code: number, seconds: number) => {
    if (code !== 0 && seconds < oldest) oldest = seconds
  }
  for (let place = first; place < end; place += 1) eachCode(repositories[place]?.id ?? '', columns, note)
  return oldest === Infinity ? null : oldest * 1000
}
