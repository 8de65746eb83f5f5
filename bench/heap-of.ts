import type { CDPSession } from '@playwright/test'

/** Memory that a page's scripts hold after everything unused was released, typed arrays included; MB. */
export const heapOf = async (session: CDPSession): Promise<number> => {
  await session.send('HeapProfiler.collectGarbage')
  const usage: Record<string, number> = await session.send('Runtime.getHeapUsage')
  return ((usage['usedSize'] ?? 0) + (usage['backingStorageSize'] ?? 0)) / 1e6
}
