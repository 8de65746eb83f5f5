import { ageOf } from '#app/text/age.ts'
import type { Tone } from '#app/ui/page/state-mark.tsx'
import { certificateStateOf, hasCertificate } from '#health/certificate-state.ts'
import type { MirrorSight } from '#health/mirror-sight.ts'

/** What is said about a certificate. `tone` is `null` where it is no finding; `ends` (epoch ms) where it is not known. */
export type CertificateWords = {
  readonly tone: Extract<Tone, 'attention' | 'bad'> | null
  readonly words: string
  readonly ends: number | null
}

const unknown = (why: string): CertificateWords => ({ tone: null, words: `not known: ${why}`, ends: null })

/**
 * When the certificate of a mirror ends, in words, and why it is not known.
 *
 * @param sight what is known by asking it; `null` where it was never asked.
 * @param now epoch ms.
 */
export const certificateWords = (
  baseUrl: string | null,
  sight: Pick<MirrorSight, 'certificateEnds'> | null,
  now: number,
): CertificateWords => {
  if (baseUrl === null) return unknown('the record has no address')
  if (!hasCertificate({ baseUrl })) return unknown('the address is not https')
  if (sight === null) return unknown('the console has not asked it yet')
  const ends = sight.certificateEnds
  if (ends === null) return unknown('no secure connection was made yet')
  const when = ageOf(ends, now)
  switch (certificateStateOf(ends, now)) {
    case 'ended':
      return { tone: 'bad', words: `Ended ${when}: renew it now`, ends }
    case 'ends-very-soon':
      return { tone: 'attention', words: `Ends ${when}: renew it now`, ends }
    case 'ends-soon':
      return { tone: 'attention', words: `Ends ${when}: renew it soon`, ends }
    case 'valid':
      return { tone: null, words: `ends ${when}`, ends }
  }
}
