import { ageOf } from '#app/text/age.ts'
import { certificateStateOf, hasCertificate } from '#health/certificate-state.ts'

/**
 * When the certificate of a mirror ends, for a cell of a list: "ends in 31 days", "ended 1 hour ago", "not https", or "not
 * known". Of an address without https nothing more is to be known; where there is one, that no end is known never reads
 * as if there were none. `tone` is `null` where it is no finding.
 *
 * @param ends when the one ends that was seen, epoch ms; `null` where none was.
 * @param now epoch ms.
 */
export const certificateInShort = (
  baseUrl: string | null,
  ends: number | null,
  now: number,
): { readonly tone: 'attention' | 'bad' | null; readonly words: string } => {
  const isPlain = baseUrl !== null && !hasCertificate({ baseUrl })
  if (isPlain || baseUrl === null || ends === null) {
    return { tone: null, words: isPlain ? 'not https' : 'not known' }
  }
  const state = certificateStateOf(ends, now)
  const tone = state === 'ended' ? 'bad' : state === 'valid' ? null : 'attention'
  return { tone, words: `${state === 'ended' ? 'ended' : 'ends'} ${ageOf(ends, now)}` }
}
