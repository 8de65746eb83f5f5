import type { DataRouter } from 'react-router'
import { keepFocus } from './focus-keeper.ts'
import { keepMessagesAside } from './message-aside.ts'
import { prefetchOnIntent } from './prefetch-on-intent.ts'

/** Starts everything that reacts to pointer and focus. */
export const followIntent = (router: DataRouter): void => {
  keepFocus()
  keepMessagesAside()
  prefetchOnIntent(router)
}
