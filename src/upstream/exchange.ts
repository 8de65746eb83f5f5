import type { Caller } from './accounts.ts'
import type { World } from './world.ts'

/** One question to the upstream, as its handlers see it. */
export type Exchange = {
  readonly world: World
  readonly caller: Caller
  readonly query: URLSearchParams
  readonly request: Request
  /** Epoch ms; the same throughout one question. */
  readonly now: number
}
