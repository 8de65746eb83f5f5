import type { AnswerFault } from './answer-faults.ts'

/** Every answer takes so many ms. */
export const latency =
  (ms: number): AnswerFault =>
  async (_request, ask) => {
    await new Promise((resolve) => setTimeout(resolve, ms))
    return ask()
  }

/** Each answer is given back only after the one that was asked for later, or after `ms`: in pairs, they overtake. */
export const reordering = (ms: number): AnswerFault => {
  let asked = 0
  return (request, ask) => {
    asked += 1
    return asked % 2 === 1 ? latency(ms)(request, ask) : ask()
  }
}

/** By turns this fault and the truth, or several faults in their order: what a pool with a bad node behind it does. */
export const alternating = (...faults: readonly (AnswerFault | null)[]): AnswerFault => {
  let asked = -1
  return (request, ask) => {
    asked += 1
    const fault = faults[asked % faults.length] ?? null
    return fault === null ? ask() : fault(request, ask)
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const changedIn = (
  value: unknown,
  change: (row: Record<string, unknown>) => Record<string, unknown>,
): unknown => {
  if (Array.isArray(value)) return value.map((item) => changedIn(item, change))
  if (!isRecord(value)) return value
  return change(
    Object.fromEntries(Object.entries(value).map(([key, item]) => [key, changedIn(item, change)])),
  )
}

/**
 * Changes every object of a JSON answer, the inner ones first. What is not JSON passes as it is. `change` gets each
 * object and returns what stands in its place.
 */
export const rewriting =
  (change: (row: Record<string, unknown>) => Record<string, unknown>): AnswerFault =>
  async (_request, ask) => {
    const answer = await ask()
    const text = await answer.text()
    const { status, headers } = answer
    if (!(headers.get('content-type') ?? '').includes('json') || text === '') {
      return new Response(text === '' ? null : text, { status, headers })
    }
    return new Response(JSON.stringify(changedIn(JSON.parse(text), change)), { status, headers })
  }
