import * as v from 'valibot'
import { isSafeId } from '#contract/path.ts'
import { type ProbeRequest, probeRequest, type ProbeResult } from '#contract/probe.ts'
import { GatewayError, JSON_TYPE } from '#gateway/http/gateway-error.ts'
import { createRepositoryAsker, probeFailure } from './ask-repository.ts'
import type { AskMirror } from './mirror-reply.ts'
import { readJsonBody } from '#gateway/http/read-json-body.ts'
import type { DescriptorReader } from './repository-descriptors.ts'
import { ownerOf } from '#gateway/session/session-owner.ts'
import type { OpenSession } from '#gateway/session/open-session.ts'
import type { ConcurrencyLimit } from '#gateway/http/concurrency-limit.ts'

/** `POST` the ids of one mirror and one repository; answers what that mirror says about it, or why it cannot be asked. */
export const createProbeEndpoint = (options: {
  readonly readDescriptors: DescriptorReader
  readonly askMirror: AskMirror
  readonly concurrencyLimit: ConcurrencyLimit
  readonly now: () => number
}) => {
  const { concurrencyLimit, now } = options
  const askOnce = createRepositoryAsker(options)

  const ask = async (session: OpenSession, ids: ProbeRequest, signal: AbortSignal): Promise<ProbeResult> => {
    const leave = await concurrencyLimit.enter(ownerOf(session), signal)
    if (leave === null) return probeFailure('busy', { checkedAt: now(), tookMs: 0, clockDifferenceMs: null })
    try {
      const first = await askOnce(session, ids, 0, signal)
      const isRefused = first.kind === 'failed' && first.failure === 'refused'
      // The link may have expired meanwhile, so a fresh one is tried before the clocks are blamed.
      return isRefused && !signal.aborted ? await askOnce(session, ids, first.checkedAt, signal) : first
    } finally {
      leave()
    }
  }

  /** @throws GatewayError, or UpstreamRefusal when Bitbucket does not list the repository's mirrors. */
  return async (request: Request, session: OpenSession | null): Promise<Response> => {
    if (request.method !== 'POST') {
      throw new GatewayError('not-in-contract', { status: 405, headers: { allow: 'POST' } })
    }
    if (session === null) throw new GatewayError('signed-out')
    const read = v.safeParse(probeRequest, await readJsonBody(request))
    if (!read.success || !isSafeId(read.output.repositoryId)) throw new GatewayError('bad-request')
    const result = await ask(session, read.output, request.signal)
    return new Response(JSON.stringify(result), { headers: { 'content-type': JSON_TYPE } })
  }
}
