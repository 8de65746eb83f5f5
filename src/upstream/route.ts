import type { Operation } from '#contract/operation.ts'
import { type OperationName, operationNames, operations } from '#contract/operations.ts'
import { matchPath } from '#contract/path.ts'
import type { Exchange } from './exchange.ts'
import type { Handlers, IdsOf } from './handlers/handler.ts'
import { handlers } from './handlers/handlers.ts'

/** A row of the contract that fits a path, ready to be answered. */
export type Route<Name extends OperationName = OperationName> = {
  readonly name: Name
  readonly operation: Operation
  /** The ids as they are in the path. */
  readonly ids: Readonly<Record<string, string>>
  /** Answers with other ids than those of the path, when some are given. */
  answer(exchange: Exchange, ids?: Readonly<Record<string, string>>): Response | Promise<Response>
}

const namesIn = (template: string) => [...template.matchAll(/\{([^}]+)\}/g)].map(([, name]) => name ?? '')

const hasIds = <Name extends OperationName>(
  name: Name,
  ids: Readonly<Record<string, string>>,
): ids is Readonly<Record<string, string>> & IdsOf<Name> =>
  namesIn(operations[name].path).every((parameter) => Object.hasOwn(ids, parameter))

/** Joins a row of the contract with its handler, while the type system still knows that they belong together. */
const answererOf =
  <Name extends OperationName>(name: Name, handler: Handlers[Name]) =>
  (exchange: Exchange, ids: Readonly<Record<string, string>>): Response | Promise<Response> => {
    if (!hasIds(name, ids)) throw new Error(`An id is missing for ${name}`)
    return handler(exchange, ids)
  }

const routeOf = <Name extends OperationName>(name: Name, path: string): Route<Name> | null => {
  const operation: Operation = operations[name]
  const ids = matchPath(operation.path, path)
  if (ids === null) return null
  const answer = answererOf(name, handlers[name])
  return { name, operation, ids, answer: (exchange, others) => answer(exchange, { ...ids, ...others }) }
}

/** All rows of the contract whose path fits, with any method. `path` is the canonical one, under `latest`. */
export const routesOf = (path: string): readonly Route[] =>
  operationNames.map((name) => routeOf(name, path)).filter((route) => route !== null)
