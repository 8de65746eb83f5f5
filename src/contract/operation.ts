import type * as v from 'valibot'
import type { PathParameters } from './path.ts'

/** A schema that reads an answer or describes a body. */
export type Schema = v.GenericSchema<unknown, unknown>

/** One row of the contract. */
export type Operation = {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  /** Absolute path below the upstream's address; ids in braces. */
  readonly path: `/rest/${string}`
  /** Names of the query parameters that may be sent. */
  readonly query?: readonly string[]
  /** Schema of the JSON body; absent where none is sent. */
  readonly body?: Schema
  /** Schema of the answer, `'nothing'` for an empty one, `'html'` for the one that answers a document. */
  readonly result: Schema | 'nothing' | 'html'
  /** First version in which the operation is gone. */
  readonly until?: string
}

type QueryName<Op> = Op extends { readonly query: readonly (infer Name extends string)[] } ? Name : never

/** A value of a query parameter; `undefined` leaves it out. */
export type QueryValue = string | number | boolean | undefined

type ParameterInput<Op extends Operation> = keyof PathParameters<Op['path']> extends never
  ? { readonly parameters?: never }
  : { readonly parameters: PathParameters<Op['path']> }

type BodyInput<Op> = Op extends { readonly body: infer Body extends Schema }
  ? { readonly body: v.InferInput<Body> }
  : { readonly body?: never }

type QueryInput<Op> = [QueryName<Op>] extends [never]
  ? { readonly query?: never }
  : { readonly query?: { readonly [Name in QueryName<Op>]?: QueryValue } }

/** What a caller gives to one operation: ids of its path, its query and its body. */
export type InputOf<Op extends Operation> = ParameterInput<Op> & BodyInput<Op> & QueryInput<Op>

/** What a caller gets back. */
export type ResultOf<Op extends Operation> = Op['result'] extends Schema
  ? v.InferOutput<Op['result']>
  : Op['result'] extends 'html'
    ? string
    : undefined
