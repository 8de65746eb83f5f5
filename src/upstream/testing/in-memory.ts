import { type SmallBitbucketOptions, createSmallBitbucket } from '#upstream/small-bitbucket.ts'

/** The address that the small Bitbucket of a test uses for itself. */
export const BASE_URL = 'http://bitbucket.test:7990'

/** 2026-11-23, 10:00 UTC. */
export const START = Date.UTC(2026, 10, 23, 10)

/** A small Bitbucket whose clock is fixed until it is moved, and whose waits only move that clock. */
export const inMemory = (options: Partial<SmallBitbucketOptions> = {}) => {
  let now = START
  const small = createSmallBitbucket({
    seed: 'calm',
    now: () => now,
    wait: async (ms, signal) => {
      if (signal.aborted) throw new Error('given up')
      if (Number.isFinite(ms)) {
        now += ms
        return
      }
      await new Promise((_resolve, reject) => {
        signal.addEventListener('abort', () => reject(new Error('given up')))
      })
    },
    mirrorOrigin: (key) => `http://${key}.mirrors.test:7993`,
    baseUrl: BASE_URL,
    ...options,
  })
  const origin = new URL(options.baseUrl ?? BASE_URL).origin + (options.contextPath ?? '')
  const anonymous = (path: string, init: RequestInit = {}) =>
    small.fetch(new Request(`${origin}${path}`, init))
  const as =
    (name: string) =>
    (path: string, init: RequestInit = {}) => {
      const headers = new Headers(init.headers)
      if (!headers.has('authorization')) headers.set('authorization', `Bearer ${name}-token`)
      return anonymous(path, { ...init, headers })
    }
  return {
    small,
    anonymous,
    admin: as('admin'),
    jcitizen: as('jcitizen'),
    guest: as('guest'),
    /** Moves the clock by milliseconds. */
    pass: (ms: number) => {
      now += ms
    },
    now: () => now,
  }
}
