import type { DataRouter } from 'react-router'
import { keepFocus } from './focus-keeper.ts'
import { prefetchOnIntent } from './prefetch-on-intent.ts'

/** Starts all that follows a person's hand and focus. */
export const followIntent = (router: DataRouter): void => {
  keepFocus()
  prefetchOnIntent(router)
}
