import type { FleetCheckEnd } from '#contract/fleet-check.ts'
import { operations } from '#contract/operations.ts'
import { jsonLines, LINES_TYPE } from '#gateway/http/json-lines.ts'
import { lineOf, targetsOf } from '#gateway/mirrors/fleet-lines.ts'
import type { AskMirror } from '#gateway/mirrors/mirror-reply.ts'
import { createStatusChecks } from '#gateway/mirrors/status-checks.ts'
import type { Credential } from '#gateway/session/open-session.ts'
import { readWholeList } from '#gateway/upstream/read-whole-list.ts'
import type { UpstreamFetch } from '#gateway/upstream/upstream-fetch.ts'

/** Whom answers about mirrors ask, and by which clock (epoch ms). */
export type Asking = {
  readonly upstream: string
  readonly fetchUpstream: UpstreamFetch
  readonly askMirror: AskMirror
  readonly now: () => number
}

/** How old an answer may be that was given before, in ms: with `fresh` in the query, and without. */
const SHARED_MS = { fresh: 2000, usual: 15_000 }

/**
 * Reads the list of mirrors with a credential, asks each for its own status, and answers a line of JSON for each as it
 * comes. What the answers mean is read by the gateway's own rules.
 *
 * @throws GatewayError, or UpstreamRefusal when Bitbucket does not list its mirrors.
 */
export const createFleetAnswer = ({ upstream, fetchUpstream, askMirror, now }: Asking) => {
  const checkStatus = createStatusChecks({ askMirror, now })
  const { path, result: schema } = operations.listMirrors
  const list = { fetchUpstream, address: upstream + path, schema, idOf: ({ id }: { id: string }) => id, now }
  return async (credential: Credential, query: URLSearchParams, signal: AbortSignal): Promise<Response> => {
    const notBefore = now() - SHARED_MS[query.has('fresh') ? 'fresh' : 'usual']
    const { rows, clockDifferenceMs } = await readWholeList({ ...list, credential, signal })
    const targets = targetsOf(rows, query.getAll('mirror'))
    const body = jsonLines(async (write, signal) => {
      await Promise.all(
        targets.map(async ({ id, baseUrl }) => {
          write(lineOf(id, await checkStatus(baseUrl, { notBefore, signal }), clockDifferenceMs))
        }),
      )
      write({ asked: targets.length } satisfies FleetCheckEnd)
    }, signal)
    return new Response(body, { headers: { 'content-type': LINES_TYPE } })
  }
}
