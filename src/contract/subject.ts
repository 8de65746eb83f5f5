import * as v from 'valibot'
import type { InputOf } from './operation.ts'
import type { OperationName, Operations } from './operations.ts'

const withId = v.object({ id: v.string() })
const withProjects = v.object({ values: v.array(v.object({ project: v.nullable(withId) })) })

/** The ids an answer names, read after the schema of its operation. */
type IdsOf = (result: unknown) => readonly string[]

const ownId: IdsOf = (result) => (v.is(withId, result) ? [result.id] : [])

const projectIds: IdsOf = (result) =>
  v.is(withProjects, result) ? result.values.flatMap(({ project }) => project?.id ?? []) : []

/** Operations about one thing whose id is in the answer, by the parameter that holds its id. */
const subjects: Partial<Record<OperationName, readonly [parameter: string, idsOf: IdsOf]>> = {
  getMirror: ['mirrorId', ownId],
  updateMirror: ['mirrorId', ownId],
  getRequest: ['mirroringRequestId', ownId],
  getRepository: ['repoId', ownId],
  getProject: ['projectId', ownId],
  listProjectRepositories: ['projectId', projectIds],
}

const plain = (id: string): string => (/^\d+$/.test(id) ? id.replace(/^0+(?=\d)/, '') : id)

/** Whether two ids name the same thing: `007` and `7` are one number to Bitbucket. */
export const isSameId = (one: string, other: string): boolean => plain(one) === plain(other)

/**
 * Whether an answer is about what was asked. A cache or a proxy with a wrong key can hand out the answer to another
 * question: it fits the schema and means something else. An answer that names nothing is no contradiction.
 */
export const isAbout = <Name extends OperationName>(
  name: Name,
  input: InputOf<Operations[Name]>,
  result: unknown,
): boolean => {
  const subject = subjects[name]
  if (subject === undefined) return true
  const [parameter, idsOf] = subject
  const loose: { readonly parameters?: Readonly<Record<string, string>> } = input
  const asked = loose.parameters?.[parameter]
  return asked === undefined || idsOf(result).every((id) => isSameId(id, asked))
}
