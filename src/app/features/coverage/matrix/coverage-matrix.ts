import { isSafeId } from '#contract/path.ts'
import type { Repository } from '#contract/repository.ts'
import { combinedCodes } from '#app/domain/coverage/combined-codes.ts'
import type { CoverageAnswers } from '#app/domain/coverage/coverage-answers.ts'

/** A project, and where its repositories are in the matrix: from `first` to before `end`. */
export type CoverageProject = {
  readonly id: string
  readonly name: string
  readonly first: number
  readonly end: number
}

/** Projects in the server's order, and their repositories one project after the other. */
export type CoverageMatrix = {
  readonly projects: readonly CoverageProject[]
  readonly repositories: readonly Repository[]
}

/** Repositories by project. Those without one are grouped together; those with an unusable id cannot be asked about. */
export const coverageMatrix = (loaded: readonly Repository[]): CoverageMatrix => {
  const byId = new Map<string, { name: string; repositories: Repository[] }>()
  for (const repository of loaded) {
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
  let end = 0
  const projects = [...byId].map(([id, { name, repositories }]) => {
    const first = end
    end += repositories.length
    return { id, name, first, end }
  })
  return { projects, repositories: [...byId.values()].flatMap(({ repositories }) => repositories) }
}

/** The repositories of one project. */
export const repositoriesOf = (
  { repositories }: CoverageMatrix,
  { first, end }: CoverageProject,
): readonly Repository[] => repositories.slice(first, end)

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
