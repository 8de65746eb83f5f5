import { personalStore } from '#app/browser/personal-store.ts'

/** What stands beside a link of the main navigation: what it counts, or that Bitbucket refuses what it shows. */
export type PageCount = {
  /** As it stands beside the name, for example `3`, or `60+` where there may be more. */
  readonly text: string
  /** The same in full, for screen readers. */
  readonly words: string
  readonly isRefusal?: boolean
}

/** The counts and refusals that are known, by the address of their page. The watcher of the fleet fills it; it asks nothing for it. */
export const pageCounts = personalStore<ReadonlyMap<string, PageCount>>(new Map())
