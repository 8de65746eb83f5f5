import { useEffect, useLayoutEffect, useRef } from 'react'
import { coverageInBackground } from '#app/domain/coverage/coverage-in-background.ts'
import { coverageStore } from '#app/domain/coverage/coverage-store.ts'
import type { Questions } from '#app/domain/coverage/open-questions.ts'

const leave = () => {
  if (!coverageInBackground.get()) coverageStore.pause('left')
}

/**
 * Lets asking go on where it was left by leaving the page, and pauses it when the page is left, unless it was told to go
 * on.
 */
export const useCoverageAsking = (questions: Questions) => {
  const latest = useRef(questions)
  useEffect(() => {
    latest.current = questions
  })
  const isReady = questions.projectIds.length * questions.mirrorIds.length > 0
  useEffect(() => {
    if (!isReady) return undefined
    const { phase } = coverageStore.snapshot()
    if (phase.kind === 'paused' && phase.reason === 'left') void coverageStore.resume(latest.current)
    return leave
  }, [isReady])
  // Before the next page is drawn: an effect ends after that, and one more question would be asked in between.
  useLayoutEffect(() => leave, [])
}
