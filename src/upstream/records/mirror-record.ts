import type { MIRRORED_STATUSES } from '#contract/mirrored-repository.ts'

/** How a mirror behaves when it is asked about a repository. */
export type MirrorBehaviour =
  | 'answers'
  | 'slow'
  | 'hangs'
  | 'refuses'
  | 'redirects'
  | 'redirects-inside'
  | 'huge'
  | 'html'
  | 'wrong-content'
  | 'fails'
  | 'maintenance'
  | 'rate-limited'
  | 'unknown-repository'
  | 'other-repository'
  | 'hostile-addresses'

/** A state of a repository on a mirror. */
export type MirroredStatus = (typeof MIRRORED_STATUSES)[number]

/** A mirror as the small Bitbucket keeps it. */
export type MirrorRecord = {
  readonly id: string
  readonly name: string
  readonly baseUrl: string
  /** Where its signed links lead; to its address when absent. */
  readonly linkBaseUrl?: string
  readonly enabled: boolean
  readonly mirrorType: string
  readonly productType: string
  readonly productVersion: string
  /** Epoch ms. */
  readonly acceptedAt: number
  /** Epoch ms after which it no longer reports; absent while it does. */
  readonly silentSince?: number
  /** Its clock minus the upstream's, in ms. */
  readonly clockSkewMs: number
  readonly behaviour: MirrorBehaviour
  /** Keys of the projects it mirrors, or all of them. */
  readonly projects: 'all' | readonly string[]
  /** The state that every repository on it keeps. */
  readonly stuckAt?: MirroredStatus
  readonly isRemovalAnswerLost?: boolean
  /** How much it says that it has synchronized, as part of 1; by the time since it was accepted when absent. */
  readonly syncedPart?: number
  /** What it says of itself at `/status`, in place of what is true; `hidden`: there is no such page. */
  readonly ownStatus?: 'hidden' | Readonly<Record<string, unknown>>
  /** What its progress says in place of its status. */
  readonly progress?: Readonly<Record<string, unknown>>
  /** What its settings panel says; the usual one when absent. */
  readonly panel?: string
  /** Fields that replace the correct ones on the wire; for hostile rows. */
  readonly wire?: Readonly<Record<string, unknown>>
}

/** Host and port of an address, by which a mirror is asked; `''` for what is no address. */
export const mirrorHostOf = (address: string): string => (URL.canParse(address) ? new URL(address).host : '')
