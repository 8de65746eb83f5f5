import type { MirrorServer } from '#contract/mirror-server.ts'
import { operations } from '#contract/operations.ts'
import type { ConcurrencyLimit } from '#gateway/http/concurrency-limit.ts'
import { GatewayError } from '#gateway/http/gateway-error.ts'
import { ownerOf } from '#gateway/session/session-owner.ts'
import { type Credential, credentialOf, type OpenSession } from '#gateway/session/open-session.ts'
import { readWholeList, type WholeList } from '#gateway/upstream/read-whole-list.ts'
import type { UpstreamFetch } from '#gateway/upstream/upstream-fetch.ts'

/** Where lists of mirrors are read. */
export type MirrorSource = {
  readonly upstream: string
  readonly fetchUpstream: UpstreamFetch
  readonly now: () => number
}

/**
 * All mirrors that Bitbucket lists for one credential.
 *
 * @throws GatewayError, or UpstreamRefusal when Bitbucket does not list them.
 */
export const readMirrors = (
  { upstream, fetchUpstream, now }: MirrorSource,
  credential: Credential,
  signal: AbortSignal,
): Promise<WholeList<MirrorServer>> => {
  const { path, result: schema } = operations.listMirrors
  return readWholeList({
    fetchUpstream,
    address: upstream + path,
    schema,
    idOf: ({ id }) => id,
    credential,
    signal,
    now,
  })
}

/** Reads the mirrors that the user of a session may list. */
export type ReadOwnMirrors = (session: OpenSession, signal: AbortSignal) => Promise<WholeList<MirrorServer>>

/** As {@link readMirrors}, for users: each has a few lists read at once. */
export const createMirrorReader =
  (source: MirrorSource, concurrencyLimit: ConcurrencyLimit): ReadOwnMirrors =>
  async (session, signal) => {
    const leave = await concurrencyLimit.enter(ownerOf(session), signal)
    if (leave === null) throw new GatewayError('overloaded', { headers: { 'retry-after': '5' } })
    try {
      return await readMirrors(source, credentialOf(session), signal)
    } finally {
      leave()
    }
  }
