import type { MirroredRepositoryDescriptor } from '#contract/mirrored-repository.ts'
import { operations } from '#contract/operations.ts'
import { buildPath } from '#contract/path.ts'
import { BoundedMap } from '#gateway/http/bounded-map.ts'
import { createConcurrencyLimit } from '#gateway/http/concurrency-limit.ts'
import { GatewayError } from '#gateway/http/gateway-error.ts'
import { ownerOf, type SessionOwner } from '#gateway/session/session-owner.ts'
import { credentialOf } from '#gateway/session/open-session.ts'
import { readWholeList, type WholeList } from '#gateway/upstream/read-whole-list.ts'
import type { UpstreamFetch } from '#gateway/upstream/upstream-fetch.ts'

/** How long one reading serves the questions about the other mirrors, in ms. The signed links outlive it. */
const FRESH_MS = 5000

/** Readings kept at once. */
const MAX_READINGS = 200

/** The mirrors of one repository, and whether these are all of them. */
export type Descriptors = Pick<WholeList<MirroredRepositoryDescriptor>, 'rows' | 'isWhole'>

type Reading = {
  readonly startedAt: number
  readonly descriptors: Promise<Descriptors>
  /** Callers who still wait; without any, the reading ends. */
  waiting: number
  readonly end: AbortController
}

/** Readings of one user under way at once, so that one user's hanging ones leave places to others. */
const PER_USER = { places: 3, queue: 200, waitMs: 10_000 }

/** For whom lists are read: a session, or the watch. */
export type DescriptorOwner = SessionOwner & { readonly id: string }

/** Reads all mirrors of a repository; a reading that started before `notBefore` (epoch ms) does not serve. */
export type DescriptorReader = (
  session: DescriptorOwner,
  repositoryId: string,
  notBefore?: number,
  signal?: AbortSignal,
) => Promise<Descriptors>

/**
 * Reads `repos/{repoId}/mirrors` over all its pages with the caller's credential. Asking a hundred mirrors about one
 * repository reads it once: readings are shared for a few seconds, within one session only.
 */
export const createDescriptorReader = (options: {
  readonly upstream: string
  readonly fetchUpstream: UpstreamFetch
  readonly now: () => number
}): DescriptorReader => {
  const { upstream, fetchUpstream, now } = options
  const perUser = createConcurrencyLimit(PER_USER)
  const readings = new BoundedMap<string, Reading>(MAX_READINGS)

  const readAll = (
    session: DescriptorOwner,
    repositoryId: string,
    signal: AbortSignal,
  ): Promise<Descriptors> => {
    const { path, result } = operations.listRepositoryMirrors
    return readWholeList({
      fetchUpstream,
      address: upstream + buildPath(path, { repoId: repositoryId }),
      query: { preAuthorized: 'true' },
      schema: result,
      idOf: ({ mirrorServer }) => mirrorServer.id,
      credential: credentialOf(session),
      signal,
      now,
    })
  }

  const readInTurn = async (session: DescriptorOwner, repositoryId: string, signal: AbortSignal) => {
    const leave = await perUser.enter(ownerOf(session), signal)
    if (leave === null) throw new GatewayError('overloaded', { headers: { 'retry-after': '5' } })
    try {
      return await readAll(session, repositoryId, signal)
    } finally {
      leave()
    }
  }

  const waitFor = (reading: Reading, forget: () => void, signal: AbortSignal | undefined) => {
    reading.waiting += 1
    const leave = () => {
      reading.waiting -= 1
      if (reading.waiting > 0) return
      forget()
      reading.end.abort()
    }
    signal?.addEventListener('abort', leave, { once: true })
    const stop = () => signal?.removeEventListener('abort', leave)
    reading.descriptors.then(stop, stop)
    if (signal?.aborted === true) leave()
    return reading.descriptors
  }

  return (session, repositoryId, notBefore = 0, signal) => {
    const key = `${session.id} ${repositoryId}`
    const forget = () => {
      if (readings.get(key) === reading) readings.delete(key)
    }
    const known = readings.get(key)
    const isFresh = known !== undefined && known.startedAt >= Math.max(notBefore, now() - FRESH_MS)
    if (isFresh) return waitFor(known, () => readings.delete(key), signal)
    const end = new AbortController()
    const descriptors = readInTurn(session, repositoryId, end.signal)
    const reading: Reading = { startedAt: now(), descriptors, waiting: 0, end }
    readings.set(key, reading)
    // A failure is not kept, and neither are the links of an old reading.
    reading.descriptors.then(() => setTimeout(forget, FRESH_MS).unref(), forget)
    return waitFor(reading, forget, signal)
  }
}
