import type { Profile } from '#upstream/profile.ts'

/** Asks below a base URL; `path` begins with `/rest`. */
export type Ask = (path: string, init?: RequestInit) => Promise<Response>

/** A server of the contract: the small Bitbucket, or a real one. */
export type ContractTarget = {
  readonly name: string
  readonly profile: Profile
  /** Asks with an administrator's credentials. */
  readonly fetch: Ask
  /** Asks without credentials. */
  readonly fetchAnonymously: Ask
  /** Asks as a user who has an account and administers nothing; absent without such an account. */
  readonly fetchAsUser?: Ask
  /** Whether operations that change something may be called. */
  readonly mayWrite: boolean
}
