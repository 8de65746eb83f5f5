import { createHash } from 'node:crypto'

/** A value for `SESSION_KEYS` that passes for random and is the same in every run. */
export const sessionKey = (name: string): string => createHash('sha256').update(name).digest('hex')
