import { jsonText } from './json-text.ts'

const uncached = { 'cache-control': 'private, no-cache, no-store' }

/** An answer with a JSON body. The media type is the one the vendor's document names. */
export const replyWithJson = (
  value: unknown,
  status = 200,
  headers: Readonly<Record<string, string>> = {},
): Response =>
  new Response(jsonText(value), {
    status,
    headers: { 'content-type': 'application/json;charset=UTF-8', ...uncached, ...headers },
  })

/** An answer with a page for people. */
export const replyWithHtml = (
  html: string,
  status = 200,
  headers: Readonly<Record<string, string>> = {},
): Response =>
  new Response(html, {
    status,
    headers: { 'content-type': 'text/html;charset=UTF-8', ...uncached, ...headers },
  })

/** 204, or another answer without a body. */
export const replyWithNothing = (status = 204, headers: Readonly<Record<string, string>> = {}): Response =>
  new Response(null, { status, headers: { ...uncached, ...headers } })

/** 200 whose body breaks off after `text`, as when a connection is lost. */
export const replyBreakingAfter = (text: string): Response => {
  let isSent = false
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      if (isSent) return controller.error(new Error('The connection broke'))
      isSent = true
      controller.enqueue(new TextEncoder().encode(text))
    },
  })
  // The promised length makes sure that a server which ends the body cleanly cannot make it seem complete.
  const headers = { 'content-type': 'application/json;charset=UTF-8', 'content-length': '1048576' }
  return new Response(body, { status: 200, headers })
}
