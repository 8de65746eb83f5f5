import { type InputOf, type Operation, type QueryValue } from './operation.ts'
import { type OperationName, type Operations, operations } from './operations.ts'
import { buildPath } from './path.ts'

/** A request, independent of the transport. */
export type WireRequest = {
  readonly method: Operation['method']
  /** Path and query, below the upstream's address. */
  readonly target: string
  readonly headers: Readonly<Record<string, string>>
  /** JSON text, or `null` for none. */
  readonly body: string | null
}

const queryOf = (values: Readonly<Record<string, QueryValue>>): string => {
  const parts = Object.entries(values).flatMap(([name, value]) =>
    value === undefined ? [] : [`${encodeURIComponent(name)}=${encodeURIComponent(value)}`],
  )
  return parts.length === 0 ? '' : `?${parts.join('&')}`
}

/**
 * Writes one operation as a request. Body-less POST and DELETE need `X-Atlassian-Token`, or Bitbucket refuses them
 * as cross-site ("XSRF check failed"); it is sent with every write.
 *
 * @throws UnsafeIdError when a path cannot contain an id.
 */
export const wireRequest = <Name extends OperationName>(
  name: Name,
  input: InputOf<Operations[Name]>,
): WireRequest => {
  const operation: Operation = operations[name]
  const loose: {
    readonly parameters?: Readonly<Record<string, string>>
    readonly query?: Readonly<Record<string, QueryValue>>
    readonly body?: unknown
  } = input
  const hasBody = operation.body !== undefined
  return {
    method: operation.method,
    target: buildPath<string>(operation.path, loose.parameters ?? {}) + queryOf(loose.query ?? {}),
    headers: {
      accept: operation.result === 'html' ? 'text/html' : 'application/json',
      ...(operation.method === 'GET' ? {} : { 'x-atlassian-token': 'no-check' }),
      ...(hasBody ? { 'content-type': 'application/json' } : {}),
    },
    body: hasBody ? JSON.stringify(loose.body) : null,
  }
}
