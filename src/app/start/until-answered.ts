import type { QueryClient } from '@tanstack/react-query'

/** How long the first page may wait for answers that are on their way, in ms: too short to be seen in a drawn frame. */
const AT_MOST_MS = 100

/**
 * Waits a moment for pending requests. React handles answers that have arrived only after the first render: a page that
 * renders immediately would draw its skeleton first, and everything a second time for an answer that was there already.
 */
export const untilAnswered = (client: QueryClient): Promise<void> =>
  new Promise((resolve) => {
    const isOver = () => client.isFetching() === 0
    if (isOver()) {
      resolve()
      return
    }
    const end = () => {
      clearTimeout(timer)
      stop()
      resolve()
    }
    const timer = setTimeout(end, AT_MOST_MS)
    const stop = client.getQueryCache().subscribe(() => {
      if (isOver()) end()
    })
  })
