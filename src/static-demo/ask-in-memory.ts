import { forbiddenReason } from '#gateway/mirrors/forbidden-address.ts'
import { plainAddress } from '#gateway/mirrors/plain-address.ts'
import type { AskMirror, MirrorReply } from '#gateway/mirrors/mirror-reply.ts'
import type { SmallBitbucket } from '#upstream/small-bitbucket.ts'

/** As much of an answer as the gateway reads, in characters. */
const MAX_ANSWER = 65_536

/** The body as text, or `null` when it is too large to read. */
const readText = async (response: Response): Promise<string | null> => {
  const decoder = new TextDecoder()
  let text = ''
  for await (const chunk of response.body ?? []) {
    text += decoder.decode(chunk, { stream: true })
    if (text.length > MAX_ANSWER) return null
  }
  return text
}

/** How long a mirror may take, in ms: for its status, and for what it says of one repository. */
export type AskLimits = { readonly status: number; readonly repository: number }

const TIMED_OUT: MirrorReply = {
  kind: 'failed',
  failure: 'timed-out',
  status: null,
  date: null,
  detail: null,
}

/** Whether a real gateway would refuse to ask there, as far as it can be known without resolving names. */
const isForbidden = ({ protocol, username, password, hostname }: URL): boolean =>
  !/^https?:$/.test(protocol) ||
  username !== '' ||
  password !== '' ||
  (plainAddress(hostname) !== null && forbiddenReason(hostname) !== null)

/**
 * Asks the small Bitbucket's mirrors without sockets. What sockets do to an answer is the gateway's own test.
 *
 * @param certificateLastsMs how long the certificates of mirrors on https still last, in ms.
 */
export const askInMemory = (
  bitbucket: SmallBitbucket,
  limits: AskLimits,
  certificateLastsMs: number,
): AskMirror => {
  const ask = async (request: Request): Promise<MirrorReply> => {
    const response = await bitbucket.fetchMirror(request)
    const { status } = response
    const date = response.headers.get('date')
    if (status >= 300 && status < 400)
      return { kind: 'failed', failure: 'redirected', status, date, detail: null }
    const body = await readText(response)
    const certificate = request.url.startsWith('https:')
      ? { certificateEnds: Date.now() + certificateLastsMs }
      : {}
    if (body !== null) return { kind: 'replied', status, date, body, ...certificate }
    return { kind: 'failed', failure: 'too-large', status, date, detail: null }
  }
  return async (link, signal) => {
    if (isForbidden(link)) return { ...TIMED_OUT, failure: 'forbidden-address' }
    // Nothing listens there, on any machine.
    if (link.port === '1') return { ...TIMED_OUT, failure: 'unreachable', detail: 'ECONNREFUSED' }
    const timeout = AbortSignal.timeout(link.pathname.endsWith('/status') ? limits.status : limits.repository)
    const deadline = signal === undefined ? timeout : AbortSignal.any([timeout, signal])
    try {
      return await ask(new Request(link, { signal: deadline }))
    } catch (error) {
      if (deadline.aborted) return TIMED_OUT
      throw error
    }
  }
}
