import type { DataRouter } from 'react-router'

/** Waits for the code of the first page. Its loaders have asked for its data by then, and wait for none. */
export const untilReady = (router: DataRouter): Promise<void> =>
  new Promise((resolve) => {
    if (router.state.initialized) {
      resolve()
      return
    }
    const stop = router.subscribe(({ initialized }) => {
      if (!initialized) return
      stop()
      resolve()
    })
  })
