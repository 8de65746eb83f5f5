import type { ProbeFailure } from '#contract/probe.ts'

/** What came of asking one mirror once. */
export type MirrorReply =
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

/** Asks a mirror by a link whose origin was checked, until `signal` aborts. It never throws. */
export type AskMirror = (link: URL, signal?: AbortSignal) => Promise<MirrorReply>
