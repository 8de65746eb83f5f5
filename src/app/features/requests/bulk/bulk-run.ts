/** One run over many items. */
export type BulkRun<Item> = {
  readonly items: readonly Item[]
  /** Does one item; what it throws ends the run when `isHalting` says so. */
  readonly work: (item: Item) => Promise<void>
  readonly isHalting: (error: unknown) => boolean
  readonly onError: (item: Item, error: unknown) => void
  /** Asked before each item: nothing in progress is cancelled. */
  readonly isStopped: () => boolean
}

/**
 * Does one item after the other: gently for Bitbucket, and so that "stop" means that nothing more is sent. Each item
 * is begun once.
 */
export const runBulk = async <Item>({ items, work, isHalting, onError, isStopped }: BulkRun<Item>) => {
  for (const item of items) {
    if (isStopped()) return
    try {
      await work(item)
    } catch (error) {
      onError(item, error)
      if (isHalting(error)) return
    }
  }
}
