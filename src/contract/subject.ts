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

/** What was asked, as far as an answer can be compared with it. */
type Asked = { readonly parameters?: Readonly<Record<string, string>>; readonly body?: unknown }

/** Whether an answer is about what was asked. */
type Rule = (asked: Asked, result: unknown) => boolean

const plain = (id: string): string => (/^\d+$/.test(id) ? id.replace(/^0+(?=\d)/, '') : id)

/** Whether two ids name the same thing: `007` and `7` are one number to Bitbucket. */
export const isSameId = (one: string, other: string): boolean => plain(one) === plain(other)

const named =
  (parameter: string, idsOf: IdsOf): Rule =>
  ({ parameters }, result) => {
    const asked = parameters?.[parameter]
    return asked === undefined || idsOf(result).every((id) => isSameId(id, asked))
  }

const withMirrorId = v.object({ mirrorId: v.string() })

/** A new request is that of the mirror which was registered. */
const sameMirror: Rule = ({ body }, result) =>
  !v.is(withMirrorId, body) || !v.is(withMirrorId, result) || isSameId(body.mirrorId, result.mirrorId)

const withUsername = v.object({ credentials: v.object({ username: v.string(), password: v.string() }) })
const withNames = v.object({
  name: v.string(),
  slug: v.nullable(v.string()),
  emailAddress: v.nullable(v.string()),
})

/** The credentials are those of the user in the answer. Bitbucket ignores the case of a user name. */
const sameUser: Rule = ({ body }, result) => {
  if (!v.is(withUsername, body) || !v.is(withNames, result)) return true
  const asked = body.credentials.username.trim().toLowerCase()
  return [result.name, result.slug, result.emailAddress].some((name) => name?.toLowerCase() === asked)
}

/** Operations whose answers name what they are about. */
const subjects: Partial<Record<OperationName, Rule>> = {
  getMirror: named('mirrorId', ownId),
  updateMirror: named('mirrorId', ownId),
  getRequest: named('mirroringRequestId', ownId),
  getRepository: named('repoId', ownId),
  getProject: named('projectId', ownId),
  listProjectRepositories: named('projectId', projectIds),
  createRequest: sameMirror,
  authenticate: sameUser,
}

/**
 * Whether an answer is about what was asked. A cache or a proxy with a wrong key can hand out the answer to another
 * question: it fits the schema and means something else. An answer that names nothing is no contradiction.
 */
export const isAbout = <Name extends OperationName>(
  name: Name,
  input: InputOf<Operations[Name]>,
  result: unknown,
): boolean => {
  const asked: Asked = input
  return subjects[name]?.(asked, result) ?? true
}
