import { operations } from '#contract/operations.ts'
import { MAX_PANEL, type Panel, type PanelFailure } from '#contract/panel.ts'
import { buildPath } from '#contract/path.ts'
import { answerProblem, isJsonMedia } from '#gateway/upstream/answer-problem.ts'
import { GatewayError } from '#gateway/http/gateway-error.ts'
import type { Credential } from '#gateway/session/open-session.ts'
import type { UpstreamFetch } from '#gateway/upstream/upstream-fetch.ts'
import { refusalIn } from '#gateway/upstream/refusal-in.ts'
import { UpstreamRefusal } from '#gateway/upstream/upstream-refusal.ts'

const HTML_MEDIA = /^text\/html\s*(?:;|$)/i

/** Decodes by the declared character set; an unknown one is read as UTF-8, whose errors show as replacement signs. */
const decoded = (body: ArrayBuffer, mediaType: string): string => {
  const [, charset = 'utf-8'] = /;\s*charset="?([\w.:-]+)/i.exec(mediaType) ?? []
  try {
    return new TextDecoder(charset).decode(body)
  } catch {
    return new TextDecoder().decode(body)
  }
}

const failed = (failure: PanelFailure): Panel => ({ kind: 'failed', failure })

/**
 * Reads a mirror's settings panel with a credential: written by the mirror's host, its HTML must never be a document at
 * an address of the console. What is no HTML, or too large, is reported by kind.
 *
 * @throws GatewayError or UpstreamRefusal when the upstream does not answer with a panel or its absence.
 */
export const createPanelReader =
  ({ upstream, fetchUpstream }: { readonly upstream: string; readonly fetchUpstream: UpstreamFetch }) =>
  async (credential: Credential, mirrorId: string, signal: AbortSignal): Promise<Panel> => {
    const path = buildPath(operations.getMirrorPanel.path, { mirrorId })
    const response = await fetchUpstream(
      new Request(upstream + path, {
        headers: { accept: 'text/html', ...credential },
        signal,
      }),
      MAX_PANEL,
    )
    const header = (name: string) => response.headers.get(name)
    const media = header('content-type') ?? ''
    if (response.ok) {
      if ((header('content-encoding') ?? 'identity') !== 'identity') return failed('not-html')
      if (!HTML_MEDIA.test(media)) return failed('not-html')
      const body = await response.arrayBuffer()
      return body.byteLength > MAX_PANEL ? failed('too-large') : { kind: 'panel', html: decoded(body, media) }
    }
    const problem = answerProblem({ status: response.status, header })
    if (problem !== null) throw problem
    // A refusal without a body, or one for people, has no words of Bitbucket's to pass on.
    if (!isJsonMedia(media)) throw new GatewayError('upstream-not-json')
    const text = await response.text()
    // From 9.0 on the upstream has no panels. Only its own refusal says so: a proxy's 404 says nothing.
    const refusal = refusalIn(response, text)
    if (refusal === 'not-found' || refusal === 'no-mirroring') return failed('not-offered')
    throw refusal === null ? new GatewayError('upstream-not-json') : new UpstreamRefusal(response, text)
  }
