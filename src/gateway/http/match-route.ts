import type { Operation } from '#contract/operation.ts'
import { operations } from '#contract/operations.ts'
import { buildPath, matchPath } from '#contract/path.ts'
import { GatewayError } from './gateway-error.ts'

/** A request that is a row of the contract, rebuilt from its parsed parts. */
export type MatchedRoute = {
  readonly operation: Operation
  /** Path and query to ask the upstream for, below its context path. */
  readonly target: string
}

/** Longest value of one query parameter. */
const MAX_VALUE = 512

/** The panel is a document written by a mirror's host; served at an address of ours it would run as the console. */
const rows: readonly Operation[] = Object.values<Operation>(operations).filter(
  ({ result }) => result !== 'html',
)

const templates = [...new Set(rows.map(({ path }) => path))].map((path) => ({
  path,
  isLiteral: !path.includes('{'),
  rows: rows.filter((row) => row.path === path),
}))

const readQuery = (operation: Operation, query: string): string => {
  if (query === '') return ''
  const parts: string[] = []
  const seen = new Set<string>()
  for (const [name, value] of new URLSearchParams(query)) {
    // A name given twice is read differently by different servers, so neither reading is sent on.
    if (seen.has(name) || operation.query?.includes(name) !== true || value.length > MAX_VALUE) {
      throw new GatewayError('not-in-contract')
    }
    seen.add(name)
    parts.push(`${name}=${encodeURIComponent(value)}`)
  }
  return parts.length === 0 ? '' : `?${parts.join('&')}`
}

/**
 * Finds the row of the contract that a request is, and rebuilds path and query out of it.
 *
 * @throws GatewayError 404 when there is none, 405 when the row exists for another method only.
 */
export const matchRoute = (method: string, path: string, query: string): MatchedRoute => {
  for (const template of templates) {
    const ids = template.isLiteral ? (template.path === path ? {} : null) : matchPath(template.path, path)
    if (ids === null) continue
    const operation = template.rows.find((row) => row.method === method)
    if (operation === undefined) {
      const allow = template.rows.map((row) => row.method).join(', ')
      throw new GatewayError('not-in-contract', { status: 405, headers: { allow } })
    }
    return { operation, target: buildPath<string>(operation.path, ids) + readQuery(operation, query) }
  }
  throw new GatewayError('not-in-contract')
}
