import { personalStore } from '#app/browser/personal-store.ts'

/** What a link of the main navigation counts. */
export type PageCount = {
  /** As it stands beside the name, for example `3`, or `60+` where there may be more. */
  readonly text: string
  /** What it counts, for screen readers. */
  readonly words: string
}

/** The counts that are known, by the address of their page. The watcher of the fleet fills it; it asks nothing for it. */
export const pageCounts = personalStore<ReadonlyMap<string, PageCount>>(new Map())
