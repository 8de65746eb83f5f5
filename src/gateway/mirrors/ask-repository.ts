import * as v from 'valibot'
import { mirroredRepository } from '#contract/mirrored-repository.ts'
import { parseJson } from '#contract/parse-json.ts'
import { type ProbeFailure, type ProbeRequest, type ProbeResult } from '#contract/probe.ts'
import { isSameId } from '#contract/subject.ts'
import { failureOfStatus } from './failure-of-status.ts'
import { type AskMirror, clockDifferenceOf, type MirrorReply } from './mirror-reply.ts'
import type { DescriptorOwner, DescriptorReader, Descriptors } from './repository-descriptors.ts'

type Times = Pick<ProbeResult, 'checkedAt' | 'tookMs' | 'clockDifferenceMs'>

/** A report that the mirror could not be asked, or that its answer is of no use. */
export const probeFailure = (
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
  if (reply.kind === 'failed') return probeFailure(reply.failure, times, reply.status, reply.detail)
  const { status, body } = reply
  if (status !== 200) return probeFailure(failureOfStatus(status, body), times, status)
  try {
    const answer = v.parse(mirroredRepository, parseJson(body))
    const isOther = answer.repositoryId !== null && !isSameId(answer.repositoryId, repositoryId)
    if (isOther) return probeFailure('other-repository', times, status)
    return { kind: 'answered', answer, ...times }
  } catch {
    return probeFailure('unreadable', times, status)
  }
}

/**
 * Asks one mirror once about one repository. A list of mirrors that was read before `notBefore` (epoch ms) does not serve.
 *
 * @throws GatewayError, or UpstreamRefusal when Bitbucket does not list the repository's mirrors.
 */
export type AskRepository = (
  owner: DescriptorOwner,
  ids: ProbeRequest,
  notBefore: number,
  signal: AbortSignal,
) => Promise<ProbeResult>

/** Asks mirrors about repositories by the signed links that Bitbucket gives. */
export const createRepositoryAsker = (options: {
  readonly readDescriptors: DescriptorReader
  readonly askMirror: AskMirror
  /** Epoch ms. */
  readonly now: () => number
}): AskRepository => {
  const { readDescriptors, askMirror, now } = options
  return async (owner, { mirrorId, repositoryId }, notBefore, signal) => {
    const descriptors = await readDescriptors(owner, repositoryId, notBefore, signal)
    const link = linkOf(descriptors, mirrorId)
    const startedAt = now()
    if (!(link instanceof URL)) {
      return probeFailure(link, { checkedAt: startedAt, tookMs: 0, clockDifferenceMs: null })
    }
    const reply = await askMirror(link, signal)
    const checkedAt = now()
    return readReply(reply, repositoryId, {
      checkedAt,
      tookMs: checkedAt - startedAt,
      clockDifferenceMs: clockDifferenceOf(reply, checkedAt),
    })
  }
}
