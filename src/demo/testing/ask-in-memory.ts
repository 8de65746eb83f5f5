import type { AskMirror } from '#gateway/mirror-reply.ts'
import type { SmallBitbucket } from '#upstream/small-bitbucket.ts'

/** Asks the small Bitbucket's mirrors without sockets. What sockets do to an answer is the gateway's own test. */
export const askInMemory =
  (bitbucket: SmallBitbucket): AskMirror =>
  async (link) => {
    const response = await bitbucket.fetchMirror(new Request(link))
    return {
      kind: 'replied',
      status: response.status,
      date: response.headers.get('date'),
      body: await response.text(),
    }
  }
