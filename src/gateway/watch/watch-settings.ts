import { isSafeId } from '#contract/path.ts'

/** Where the watch keeps what it sees. */
export type WatchStoreAddress =
  /** In this process alone: gone when it ends. */
  | { readonly kind: 'memory' }
  | { readonly kind: 'sqlite'; readonly path: string }
  /** With the password in it, if there is one. */
  | { readonly kind: 'postgres'; readonly url: string }
  /** Nobody watches the embedded small Bitbucket. */
  | { readonly kind: 'off' }

/**
 * Reads `WATCH_STORE`.
 *
 * @throws Error with the end of a sentence; it repeats nothing of the value, which may hold a password.
 */
export const readWatchStore = (text: string): WatchStoreAddress => {
  if (text === 'memory' || text === 'off') return { kind: text }
  const [, path] = /^sqlite:(\/.+)$/.exec(text) ?? []
  if (path !== undefined) return { kind: 'sqlite', path }
  if (/^postgres(?:ql)?:\/\/./.test(text) && URL.canParse(text)) return { kind: 'postgres', url: text }
  throw new Error('must be memory, sqlite:/path/of/a/file or postgres://user:password@host/database')
}

/**
 * Reads `WATCH_TOKEN`.
 *
 * @throws Error with the end of a sentence.
 */
export const readWatchToken = (text: string): string => {
  if (/^[\x21-\x7e]{1,8192}$/.test(text)) return text
  throw new Error('must be an HTTP access token, without a blank or a line break')
}

/**
 * Reads `WEBHOOK_SECRET`.
 *
 * @throws Error with the end of a sentence; it repeats nothing of the value.
 */
export const readWebhookSecret = (text: string): string => {
  if (/^[\x21-\x7e]{16,1024}$/.test(text)) return text
  throw new Error(
    'must have at least 16 characters, without a blank or a line break, for example the output of: openssl rand -hex 32',
  )
}

/** Repositories that may be named. */
const MAX_REPOSITORIES = 50

/**
 * Reads `WATCH_REPOSITORIES`: ids of repositories, each once.
 *
 * @throws Error with the end of a sentence.
 */
export const readWatchRepositories = (text: string): readonly string[] => {
  const ids = [...new Set(text.split(',').map((id) => id.trim()))]
  if (ids.length <= MAX_REPOSITORIES && ids.every((id) => /^\d+$/.test(id) && isSafeId(id))) return ids
  throw new Error(
    `must be at most ${MAX_REPOSITORIES} ids of repositories, which are numbers, comma-separated`,
  )
}
