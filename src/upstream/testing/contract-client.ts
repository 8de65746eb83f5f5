import * as v from 'valibot'
import { expect } from 'vitest'
import type { InputOf, Operation } from '#contract/operation.ts'
import { type OperationName, type Operations, operations } from '#contract/operations.ts'
import { parseJson } from '#contract/parse-json.ts'
import { wireRequest } from '#contract/wire-request.ts'
import type { Ask, ContractTarget } from './contract-target.ts'
import { documentedErrors, documentedShapes } from './documented-shapes.ts'

/** Sends one operation through `fetch`, exactly as the product's client writes it. */
export const send = <Name extends OperationName>(
  fetch: Ask,
  name: Name,
  input: InputOf<Operations[Name]>,
): Promise<Response> => {
  const { method, target, headers, body } = wireRequest(name, input)
  return fetch(target, { method, headers, redirect: 'manual', ...(body === null ? {} : { body }) })
}

/** Sends one operation and holds the answer against the vendor's shape, then reads it as the product does. */
export const expectAnswer = async <Name extends OperationName>(
  target: ContractTarget,
  name: Name,
  input: InputOf<Operations[Name]>,
  fetch: Ask = target.fetch,
): Promise<unknown> => {
  const operation: Operation = operations[name]
  const response = await send(fetch, name, input)
  if (operation.result === 'nothing') {
    expect(response.status).toBe(204)
    expect(await response.text()).toBe('')
    return undefined
  }
  expect(response.status).toBe(200)
  if (operation.result === 'html') {
    expect(response.headers.get('content-type')).toMatch(/^text\/html\b/)
    return response.text()
  }
  expect(response.headers.get('content-type')).toMatch(/^application\/json\b/)
  const wire = parseJson(await response.text())
  const shapes: Partial<Record<OperationName, v.GenericSchema<unknown, unknown>>> = documentedShapes(
    target.profile,
  )
  const shape = shapes[name]
  const problems = shape ? (v.safeParse(shape, wire).issues ?? []) : []
  expect(problems.map((issue) => `${v.getDotPath(issue)}: ${issue.message}`)).toEqual([])
  return v.parse(operation.result, wire)
}

/** Sends one operation and expects a refusal with this status and Bitbucket's error body. */
export const expectRefusal = async <Name extends OperationName>(
  fetch: Ask,
  status: number,
  name: Name,
  input: InputOf<Operations[Name]>,
): Promise<Response> => {
  const response = await send(fetch, name, input)
  expect(response.status).toBe(status)
  expect(v.is(documentedErrors, await response.json())).toBe(true)
  return response
}
