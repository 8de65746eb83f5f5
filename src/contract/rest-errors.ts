import * as v from 'valibot'
import { optionalText } from './scalar.ts'

/** One message of an error body; any of the three may be null. Source: RestErrorMessage. */
const restError = v.object({ context: optionalText, message: optionalText, exceptionName: optionalText })

/**
 * Bitbucket's error body, `{"errors":[…]}`. The gateway answers in the same form and adds a `kind` (see
 * `gateway-problem.ts`).
 */
export const restErrors = v.object({
  errors: v.fallback(v.array(restError), []),
  kind: optionalText,
})

/** A whole error body after reading. */
export type RestErrors = v.InferOutput<typeof restErrors>
