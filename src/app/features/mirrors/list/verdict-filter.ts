import { type VerdictKind, VERDICTS } from '#health/mirror-verdict.ts'

/** The verdict that the URL's `health` asks for; `null` for all, also for a word that is none. */
export const verdictFilterOf = (params: URLSearchParams): VerdictKind | null =>
  VERDICTS.find((kind) => kind === params.get('health')) ?? null

/** The query string of the list with one verdict, or all; search and sort stay. */
export const withVerdict = (params: URLSearchParams, kind: VerdictKind | null): string => {
  const next = new URLSearchParams(params)
  if (kind === null) next.delete('health')
  else next.set('health', kind)
  return next.toString() === '' ? '' : `?${next.toString()}`
}
