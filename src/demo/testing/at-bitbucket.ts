import type { RenderedApp } from './render-app.tsx'

/** Does something at Bitbucket itself, as another administrator, and returns the JSON that Bitbucket answered, if any. */
export const atBitbucket = async (
  { bitbucket }: RenderedApp,
  method: string,
  path: string,
  body?: unknown,
): Promise<unknown> => {
  const answer = await bitbucket.fetch(
    new Request(`http://bitbucket.test/rest/mirroring/latest${path}`, {
      method,
      headers: {
        authorization: `Basic ${btoa('admin:admin')}`,
        'x-atlassian-token': 'no-check',
        'content-type': 'application/json',
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    }),
  )
  if (!answer.ok) throw new Error(`Bitbucket answered ${String(answer.status)} to ${method} ${path}`)
  const text = await answer.text()
  return text === '' ? null : JSON.parse(text)
}
