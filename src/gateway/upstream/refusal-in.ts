import * as v from 'valibot'
import { parseJson } from '#contract/parse-json.ts'
import { type RefusalKind, refusalOf } from '#contract/refusal.ts'
import { restErrors } from '#contract/rest-errors.ts'

/** What an answer that is no success means, by its body as text; `null` when it is not Bitbucket's. */
export const refusalIn = ({ status, headers }: Response, text: string): RefusalKind | null => {
  try {
    const { errors } = v.parse(restErrors, parseJson(text))
    return refusalOf({ status, errors, hasUser: (headers.get('x-ausername') ?? '') !== '' })
  } catch {
    return null
  }
}
