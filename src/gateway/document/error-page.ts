import type { GatewayProblem } from '#contract/gateway-problem.ts'
import type { GatewayError } from '#gateway/http/gateway-error.ts'

/** The colours of the console, which is not loaded here. */
const STYLE = `:root{color-scheme:light dark;--text:#1b2026;--quiet:#58616b;--link:#205490;--page:#fff}
@media(prefers-color-scheme:dark){:root{--text:#dfe3e8;--quiet:#a0a8b2;--link:#8bb2df;--page:#16191d}}
body{margin:0;padding:15vh 24px 24px;background:var(--page);color:var(--text);font:15px/1.5 system-ui,sans-serif}
main{max-width:36em;margin:auto}h1{margin:0 0 8px;font-size:22px}p{margin:0 0 12px}small{color:var(--quiet)}
a{display:inline-block;padding:10px 0;color:var(--link)}`

/** Headings for other causes than an address without a page. */
const HEADINGS: Readonly<Partial<Record<GatewayProblem, string>>> = {
  'foreign-host': 'Unknown host name',
  internal: 'Something went wrong',
}

/**
 * The page for a typed address that does not exist: a browser would show JSON otherwise. It repeats nothing of what
 * was asked, and has no script.
 */
export const errorPage = (
  { kind, message }: Pick<GatewayError, 'kind' | 'message'>,
  { nonce, home, requestId }: { readonly nonce: string; readonly home: string; readonly requestId: string },
): string => {
  const known = HEADINGS[kind]
  const heading = known ?? 'Page not found'
  const text = known === undefined ? 'There is no page at this address.' : message
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${heading} · Mirror Console</title>
<style nonce="${nonce}">${STYLE}</style>
</head>
<body>
<main>
<h1>${heading}</h1>
<p>${text}</p>
${kind === 'internal' ? `<p><small>Request id: <code>${requestId}</code></small></p>` : ''}
${kind === 'foreign-host' ? '' : `<p><a href="${home}">Go to the overview</a></p>`}
</main>
</body>
</html>
`
}
