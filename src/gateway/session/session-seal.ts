import { EncryptJWT, jwtDecrypt } from 'jose'
import * as v from 'valibot'

const sealed = v.object({
  /** Distinguishes one sign-in from another of the same user. */
  id: v.string(),
  /** Value of the `Authorization` header for the upstream: a secret. */
  authorization: v.string(),
  user: v.string(),
  /** Whether Bitbucket itself named the user. */
  isNamed: v.optional(v.boolean(), false),
  /** The upstream it was made for; a cookie of another one is not opened. */
  upstream: v.string(),
  /** Epoch ms. */
  issuedAt: v.number(),
  /** Epoch ms, moved now and then while the session is used. */
  lastUsed: v.number(),
})

/** What a session cookie holds once opened. */
export type SealedSession = v.InferOutput<typeof sealed>

/** Seals sessions and opens them again. */
export type SessionSeal = {
  seal(session: SealedSession): Promise<string>
  /** The session, or `null` for anything that none of the keys sealed. */
  open(text: string): Promise<SealedSession | null>
}

const openWith = async (text: string, key: Uint8Array): Promise<SealedSession | null> => {
  try {
    const { payload } = await jwtDecrypt(text, key, {
      keyManagementAlgorithms: ['dir'],
      contentEncryptionAlgorithms: ['A256GCM'],
    })
    const read = v.safeParse(sealed, payload)
    return read.success ? read.output : null
  } catch {
    // Tampered, truncated or sealed by another key: all of them mean signed out and nothing else.
    return null
  }
}

/**
 * Seals with the first key (JWE, direct key, AES-256-GCM) and opens with any, so keys can be replaced one by one.
 * `keys` are 32 bytes each.
 */
export const createSessionSeal = (keys: readonly Uint8Array[]): SessionSeal => {
  const [sealingKey] = keys
  if (sealingKey === undefined) throw new RangeError('A session seal needs at least one key')
  return {
    seal: (session) =>
      new EncryptJWT({ ...session }).setProtectedHeader({ alg: 'dir', enc: 'A256GCM' }).encrypt(sealingKey),
    open: async (text) => {
      for (const key of keys) {
        const session = await openWith(text, key)
        if (session !== null) return session
      }
      return null
    },
  }
}
