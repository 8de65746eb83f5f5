import * as v from 'valibot'
import { parseJson } from '#contract/parse-json.ts'
import type { ProbeFailure } from '#contract/probe.ts'
import { restErrors } from '#contract/rest-errors.ts'

/** Whether a body is an error in Bitbucket's form: a proxy's page has none. */
const isRestError = (body: string): boolean => {
  try {
    return v.parse(restErrors, parseJson(body)).errors.length > 0
  } catch {
    return false
  }
}

/** What a status other than 200 says. A proxy may answer 429 and 503 too, and means the same. */
export const failureOfStatus = (status: number, body: string): ProbeFailure => {
  if (status === 401 || status === 403) return 'refused'
  if (status === 429) return 'rate-limited'
  if (status === 503) return 'maintenance'
  if (!isRestError(body)) return 'unreadable'
  if (status === 404) return 'unknown-repository'
  return status >= 500 ? 'failing' : 'unreadable'
}
