import * as v from 'valibot'
import type { InputOf, ResultOf } from '#contract/operation.ts'
import { type OperationName, type Operations, operations } from '#contract/operations.ts'
import { parseJson } from '#contract/parse-json.ts'
import { send } from './contract-client.ts'
import type { Ask } from './contract-target.ts'

type ReadableName = {
  [Name in OperationName]: Operations[Name]['result'] extends string ? never : Name
}[OperationName]

const readable: {
  readonly [Name in ReadableName]: {
    readonly result: v.GenericSchema<unknown, ResultOf<Operations[Name]>>
  }
} = operations

/** Sends one operation and reads its answer as the product does; an answer other than 200 is an error. */
export const ask = async <Name extends ReadableName>(
  by: Ask,
  name: Name,
  input: InputOf<Operations[Name]>,
): Promise<ResultOf<Operations[Name]>> => {
  const response = await send(by, name, input)
  const text = await response.text()
  if (response.status !== 200) throw new Error(`${name} answered ${response.status}: ${text}`)
  return v.parse(readable[name].result, parseJson(text))
}
