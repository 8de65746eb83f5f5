import * as v from 'valibot'
import { operations } from '#contract/operations.ts'
import { buildPath, isSafeId } from '#contract/path.ts'
import { probeRequest } from '#contract/probe.ts'
import { BoundedMap } from '#gateway/http/bounded-map.ts'
import { GatewayError } from '#gateway/http/gateway-error.ts'
import { jsonAnswer } from '#gateway/http/json-answer.ts'
import { readJsonBody } from '#gateway/http/read-json-body.ts'
import { createRepositoryAsker } from '#gateway/mirrors/ask-repository.ts'
import type {
  DescriptorOwner,
  DescriptorReader,
  Descriptors,
} from '#gateway/mirrors/repository-descriptors.ts'
import { credentialOf } from '#gateway/session/open-session.ts'
import { readWholeList } from '#gateway/upstream/read-whole-list.ts'
import type { Asking } from './answer-fleet.ts'

/** How long one reading of a repository's mirrors serves the questions to all of them, in ms. */
const FRESH_MS = 5000

/** Readings kept at once. */
const MAX_READINGS = 200

type Reading = { readonly startedAt: number; readonly descriptors: Promise<Descriptors> }

const createDescriptorReader = ({ upstream, fetchUpstream, now }: Asking): DescriptorReader => {
  const readings = new BoundedMap<string, Reading>(MAX_READINGS)
  const { path, result: schema } = operations.listRepositoryMirrors
  return (owner, repositoryId, notBefore = 0) => {
    const key = `${owner.id} ${repositoryId}`
    const known = readings.get(key)
    if (known !== undefined && known.startedAt >= Math.max(notBefore, now() - FRESH_MS))
      return known.descriptors
    const descriptors = readWholeList({
      fetchUpstream,
      address: upstream + buildPath(path, { repoId: repositoryId }),
      query: { preAuthorized: 'true' },
      schema,
      idOf: ({ mirrorServer }) => mirrorServer.id,
      credential: credentialOf(owner),
      // It serves the other questions too, so no one of them ends it.
      signal: new AbortController().signal,
      now,
    })
    readings.set(key, { startedAt: now(), descriptors })
    // A failure is not kept.
    descriptors.catch(() => readings.delete(key))
    return descriptors
  }
}

/**
 * Answers what one mirror says about one repository, or why it cannot be asked, by the gateway's own rules.
 *
 * @throws GatewayError, or UpstreamRefusal when Bitbucket does not list the repository's mirrors.
 */
export const createProbeAnswer = (asking: Asking) => {
  const ask = createRepositoryAsker({ ...asking, readDescriptors: createDescriptorReader(asking) })
  return async (owner: DescriptorOwner, request: Request): Promise<Response> => {
    const read = v.safeParse(probeRequest, await readJsonBody(request))
    if (!read.success || !isSafeId(read.output.repositoryId)) throw new GatewayError('bad-request')
    const first = await ask(owner, read.output, 0, request.signal)
    const isRefused = first.kind === 'failed' && first.failure === 'refused'
    // The link may have expired meanwhile, so a fresh one is tried before the clocks are blamed.
    return jsonAnswer(200, isRefused ? await ask(owner, read.output, first.checkedAt, request.signal) : first)
  }
}
