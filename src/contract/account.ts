import * as v from 'valibot'
import { identifier, optionalFlag, optionalText, text } from './scalar.ts'

/** The three kinds of credentials a mirror may ask about (operation `authenticate`). */
const credentials = v.union([
  v.object({ username: text, password: text }),
  v.object({ token: text }),
  v.object({ publicKey: text, algorithm: v.optional(text), username: v.optional(text) }),
])

/** Body of `authenticate`. `requiredPermissionsOnly` is gone in 9.x. */
export const authenticationRequest = v.object({
  credentials,
  repositoryId: v.optional(v.pipe(v.number(), v.safeInteger())),
  requiredPermissionsOnly: v.optional(v.boolean()),
})

/** Answer of `authenticate`: a user and what they may do. Source: RestApplicationUserWithPermissions. */
export const userWithPermissions = v.object({
  id: identifier,
  name: text,
  slug: optionalText,
  displayName: optionalText,
  emailAddress: optionalText,
  active: optionalFlag,
  type: optionalText,
  /** Its form depends on the kind of credentials and is not documented further. */
  effectivePermissions: v.optional(v.unknown(), null),
})
