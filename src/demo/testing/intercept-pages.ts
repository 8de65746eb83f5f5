import { vi } from 'vitest'

/** How a page is answered: by what stands behind, at a time of the test's choice, or by something else. */
type AnswerPage = (start: number, ask: () => Promise<Response>) => Promise<Response>

/**
 * Puts a test between the app and every page of a list of mirroring requests, until the test ends. An app is rendered
 * before, on another page.
 *
 * @returns what was asked for: where each page starts, and how many were under way at once at most.
 */
export const interceptPages = (answerPage: AnswerPage) => {
  const seen: { readonly starts: number[]; most: number } = { starts: [], most: 0 }
  const behind = globalThis.fetch
  let underWay = 0
  vi.stubGlobal('fetch', async (input: URL, init?: RequestInit) => {
    const { pathname, searchParams } = input
    const ask = () => behind(input, init)
    if (!pathname.endsWith('/requests')) return ask()
    const start = Number(searchParams.get('start'))
    seen.starts.push(start)
    underWay += 1
    seen.most = Math.max(seen.most, underWay)
    try {
      return await answerPage(start, ask)
    } finally {
      underWay -= 1
    }
  })
  return seen
}
