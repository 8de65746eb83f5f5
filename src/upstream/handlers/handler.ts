import type { OperationName, Operations } from '#contract/operations.ts'
import type { PathParameters } from '#contract/path.ts'
import type { Exchange } from '#upstream/exchange.ts'

/** The ids in the path of an operation. */
export type IdsOf<Name extends OperationName> = PathParameters<Operations[Name]['path']>

/** Answers one operation. It throws a `RestFailure` to refuse. */
export type Handler<Name extends OperationName> = (
  exchange: Exchange,
  ids: IdsOf<Name>,
) => Response | Promise<Response>

/** A handler for each operation. */
export type Handlers = { readonly [Name in OperationName]: Handler<Name> }
