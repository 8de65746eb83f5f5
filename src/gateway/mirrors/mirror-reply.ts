import type { ProbeFailure } from '#contract/probe.ts'

/** What came of asking one mirror once. */
export type MirrorReply = {
  /** When the certificate ends that it showed, epoch ms; absent where none was shown. */
  readonly certificateEnds?: number
} & (
  | {
      readonly kind: 'replied'
      readonly status: number
      /** The `Date` header as it came. */
      readonly date: string | null
      readonly body: string
    }
  | {
      readonly kind: 'failed'
      readonly failure: ProbeFailure
      readonly status: number | null
      readonly date: string | null
      /** A code such as `ECONNREFUSED`; never an address. */
      readonly detail: string | null
    }
)

/** Asks a mirror by a link whose origin was checked, until `signal` aborts. It never throws. */
export type AskMirror = (link: URL, signal?: AbortSignal) => Promise<MirrorReply>

/** The mirror's clock minus the gateway's, in ms, for a reply that was complete at `at` (epoch ms); `null` if not said. */
export const clockDifferenceOf = ({ date }: MirrorReply, at: number): number | null => {
  const mirrorTime = date === null ? Number.NaN : Date.parse(date)
  return Number.isNaN(mirrorTime) ? null : mirrorTime - at
}
