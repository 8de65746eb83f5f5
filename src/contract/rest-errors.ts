import * as v from 'valibot'
import { optionalProse } from './scalar.ts'

/** One message of an error body; any of the three may be null. Source: RestErrorMessage. */
const restError = v.object({ context: optionalProse, message: optionalProse, exceptionName: optionalProse })

/**
 * Bitbucket's error body, `{"errors":[…]}`. The gateway answers in the same form and adds a `kind` (see
 * `gateway-problem.ts`).
 */
export const restErrors = v.object({
  errors: v.fallback(
    v.pipe(
      v.array(v.unknown()),
      v.transform((errors) =>
        errors.flatMap((error) => {
          const read = v.safeParse(restError, error)
          return read.success ? [read.output] : []
        }),
      ),
    ),
    [],
  ),
  kind: optionalProse,
})

/** A whole error body after reading. */
export type RestErrors = v.InferOutput<typeof restErrors>
