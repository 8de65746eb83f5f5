import type { QueryClient } from '@tanstack/react-query'

/** How long the first page may wait for answers that are on their way, in ms: too short to be seen in a drawn frame. */
const AT_MOST_MS = 100

/**
 * Waits a moment for what is being asked. Answers that have come already are read only when the page rests: a page that
 * draws at once would draw its bones first, and everything a second time for an answer that lay there.
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
