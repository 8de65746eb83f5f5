import * as v from 'valibot'
import { mirroredRepository } from '#contract/mirrored-repository.ts'
import { parseJson } from '#contract/parse-json.ts'
import { isSafeId } from '#contract/path.ts'
import { isSameId } from '#contract/subject.ts'
import { type ProbeFailure, type ProbeRequest, probeRequest, type ProbeResult } from '#contract/probe.ts'
import { GatewayError, JSON_TYPE } from '#gateway/http/gateway-error.ts'
import { failureOfStatus } from './failure-of-status.ts'
import { clockDifferenceOf, type AskMirror, type MirrorReply } from './mirror-reply.ts'
import { readJsonBody } from '#gateway/http/read-json-body.ts'
import type { DescriptorReader, Descriptors } from './repository-descriptors.ts'
import { ownerOf } from '#gateway/session/session-owner.ts'
import type { SealedSession } from '#gateway/session/session-seal.ts'
import type { ConcurrencyLimit } from '#gateway/http/concurrency-limit.ts'

type Times = Pick<ProbeResult, 'checkedAt' | 'tookMs' | 'clockDifferenceMs'>

const failure = (
  failure: ProbeFailure,
  times: Times,
  status: number | null = null,
  detail: string | null = null,
) => ({ kind: 'failed', failure, status, detail, ...times }) satisfies ProbeResult

/** The link to ask this mirror by, or why there is none to be trusted. */
const linkOf = ({ rows, isWhole }: Descriptors, mirrorId: string): URL | ProbeFailure => {
  const descriptor = rows.find(({ mirrorServer }) => mirrorServer.id === mirrorId)
  if (descriptor === undefined && !isWhole) return 'incomplete-list'
  const link = descriptor?.signedLink ?? null
  if (descriptor === undefined || link === null) return 'no-link'
  const { baseUrl } = descriptor.mirrorServer
  if (baseUrl === null || !URL.canParse(link) || !URL.canParse(baseUrl)) return 'foreign-link'
  const url = new URL(link)
  if (!/^https?:$/.test(url.protocol)) return 'forbidden-address'
  const own = new URL(baseUrl)
  if (url.hostname !== own.hostname) return 'foreign-link'
  if (url.protocol !== own.protocol) return 'other-scheme'
  return url.port === own.port ? url : 'other-port'
}

const readReply = (reply: MirrorReply, repositoryId: string, times: Times): ProbeResult => {
  if (reply.kind === 'failed') return failure(reply.failure, times, reply.status, reply.detail)
  const { status, body } = reply
  if (status !== 200) return failure(failureOfStatus(status, body), times, status)
  try {
    const answer = v.parse(mirroredRepository, parseJson(body))
    const isOther = answer.repositoryId !== null && !isSameId(answer.repositoryId, repositoryId)
    if (isOther) return failure('other-repository', times, status)
    return { kind: 'answered', answer, ...times }
  } catch {
    return failure('unreadable', times, status)
  }
}

/** `POST` the ids of one mirror and one repository; answers what that mirror says about it, or why it cannot be asked. */
export const createProbeEndpoint = (options: {
  readonly readDescriptors: DescriptorReader
  readonly askMirror: AskMirror
  readonly concurrencyLimit: ConcurrencyLimit
  readonly now: () => number
}) => {
  const { readDescriptors, askMirror, concurrencyLimit, now } = options

  const askOnce = async (
    session: SealedSession,
    { mirrorId, repositoryId }: ProbeRequest,
    notBefore: number,
    signal: AbortSignal,
  ): Promise<ProbeResult> => {
    const descriptors = await readDescriptors(session, repositoryId, notBefore, signal)
    const link = linkOf(descriptors, mirrorId)
    const startedAt = now()
    if (!(link instanceof URL)) {
      return failure(link, { checkedAt: startedAt, tookMs: 0, clockDifferenceMs: null })
    }
    const reply = await askMirror(link, signal)
    const checkedAt = now()
    return readReply(reply, repositoryId, {
      checkedAt,
      tookMs: checkedAt - startedAt,
      clockDifferenceMs: clockDifferenceOf(reply, checkedAt),
    })
  }

  const ask = async (
    session: SealedSession,
    ids: ProbeRequest,
    signal: AbortSignal,
  ): Promise<ProbeResult> => {
    const leave = await concurrencyLimit.enter(ownerOf(session), signal)
    if (leave === null) return failure('busy', { checkedAt: now(), tookMs: 0, clockDifferenceMs: null })
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
  return async (request: Request, session: SealedSession | null): Promise<Response> => {
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
