import { keepFocus } from './focus-keeper.ts'
import { keepMessagesAside } from './message-aside.ts'
import type { PageRouter } from './page-router.ts'
import { prefetchOnIntent } from './prefetch-on-intent.ts'

/** Starts everything that reacts to pointer and focus. */
export const followIntent = (router: PageRouter): void => {
  keepFocus()
  keepMessagesAside()
  prefetchOnIntent(router)
}
