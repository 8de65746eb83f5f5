import type { Catalogue } from '#upstream/catalogue.ts'
import type { MirrorLife } from '#upstream/life/mirror-life.ts'
import type { MirrorRecord } from '#upstream/records/mirror-record.ts'
import type { RequestRecord } from '#upstream/records/request-record.ts'

/** What a seed may know while it is made. */
export type SeedSetting = {
  /** The origin on which a mirror answers. */
  readonly origin: (mirrorKey: string) => string
  /** The product version of the upstream, and of what is new. */
  readonly version: string
  /** Epoch ms. */
  readonly startedAt: number
}

/** A world at its start. */
export type Seed = {
  readonly mirrors: readonly MirrorRecord[]
  /** Called once, when requests are first asked for. */
  readonly requests: () => readonly RequestRecord[]
  readonly catalogue: Catalogue
  /** Mirror ids by the name of the account that prefers them. */
  readonly preferences: Readonly<Record<string, string>>
  /** How mirrors live in a world that does, by their ids; the others follow pushes and nothing else. */
  readonly lives?: Readonly<Record<string, MirrorLife>>
}
