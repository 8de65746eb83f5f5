import type { Operation } from '#contract/operation.ts'
import { type OperationName, operationNames, operations } from '#contract/operations.ts'
import { buildPath, matchPath } from '#contract/path.ts'
import { GatewayError } from './gateway-error.ts'

/** A request that is a row of the contract, rebuilt from its parsed parts. */
export type MatchedRoute = {
  readonly name: OperationName
  readonly operation: Operation
  /** The ids in its path, by their names in the contract. */
  readonly ids: Readonly<Record<string, string>>
  /** Path and query to ask the upstream for, below its context path. */
  readonly target: string
}

/** Longest value of one query parameter. */
const MAX_VALUE = 512

/** The panel is a document written by a mirror's host; served at an address of ours it would run as the console. */
const rows = operationNames
  .map((name): { readonly name: OperationName; readonly operation: Operation } => ({
    name,
    operation: operations[name],
  }))
  .filter(({ operation }) => operation.result !== 'html')

const templates = [...new Set(rows.map(({ operation }) => operation.path))].map((path) => ({
  path,
  isLiteral: !path.includes('{'),
  rows: rows.filter(({ operation }) => operation.path === path),
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
    const row = template.rows.find(({ operation }) => operation.method === method)
    if (row === undefined) {
      const allow = template.rows.map(({ operation }) => operation.method).join(', ')
      throw new GatewayError('not-in-contract', { status: 405, headers: { allow } })
    }
    const { name, operation } = row
    const target = buildPath<string>(operation.path, ids) + readQuery(operation, query)
    return { name, operation, ids, target }
  }
  throw new GatewayError('not-in-contract')
}
