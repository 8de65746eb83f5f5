import * as v from 'valibot'

/**
 * A content or metadata hash. All zeros mean that Bitbucket has not calculated it yet, which is not a mismatch;
 * absent means that the server did not send one.
 */
export type Hash =
  | { readonly state: 'known'; readonly value: string }
  | { readonly state: 'not-calculated' }
  | { readonly state: 'absent' }

const hashOf = (wire: unknown): Hash => {
  if (typeof wire !== 'string' || wire === '' || wire.length > 256) return { state: 'absent' }
  return /^0+$/.test(wire) ? { state: 'not-calculated' } : { state: 'known', value: wire }
}

/** Schema of an optional hash on the wire. Output: {@link Hash}. */
export const hash = v.pipe(v.optional(v.unknown(), null), v.transform(hashOf))
