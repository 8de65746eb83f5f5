import { SOURCE_HEADER } from '#contract/answer-source.ts'

/** The headers of an answer of Bitbucket to `admin`, passed on by the gateway. */
const PASSED_ON = { [SOURCE_HEADER]: 'upstream', 'x-ausername': 'admin' }

/** An answer of Bitbucket with a JSON body, as the gateway passes it on. */
export const upstreamAnswer = (
  body: unknown,
  status = 200,
  headers: Readonly<Record<string, string>> = {},
): Response => new Response(JSON.stringify(body), { status, headers: { ...PASSED_ON, ...headers } })

/** A success of Bitbucket without a body. */
export const upstreamNoContent = (): Response => new Response(null, { status: 204, headers: PASSED_ON })

/** A refusal in Bitbucket's own form. */
export const upstreamRefusal = (status: number, headers: Readonly<Record<string, string>> = {}): Response =>
  upstreamAnswer({ errors: [{ context: null, message: 'No', exceptionName: null }] }, status, headers)

/** An answer of Bitbucket whose body breaks off. */
export const upstreamBrokenBody = (): Response =>
  new Response(new ReadableStream({ start: (controller) => controller.error(new Error('reset')) }), {
    headers: PASSED_ON,
  })
