import type { AskMirror } from '#gateway/mirrors/mirror-reply.ts'
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

/** Asks the small Bitbucket's mirrors without sockets. What sockets do to an answer is the gateway's own test. */
export const askInMemory =
  (bitbucket: SmallBitbucket): AskMirror =>
  async (link) => {
    const response = await bitbucket.fetchMirror(new Request(link))
    const { status } = response
    const date = response.headers.get('date')
    const body = await readText(response)
    if (body !== null) return { kind: 'replied', status, date, body }
    return { kind: 'failed', failure: 'too-large', status, date, detail: null }
  }
