import { useQuery } from '@tanstack/react-query'
import { useEffect, useLayoutEffect, useRef } from 'react'
import { coverageInBackground } from '#app/domain/coverage/coverage-in-background.ts'
import { coverageKeeper, coverageStore } from '#app/domain/coverage/coverage-store.ts'
import { coverageTextName } from '#app/domain/coverage/forget-coverage.ts'
import type { Questions } from '#app/domain/coverage/open-questions.ts'
import { sessionQuery } from '#app/domain/session/session.ts'

const leave = () => {
  if (!coverageInBackground.get()) coverageStore.pause('left')
}

/**
 * Takes up what is known for the person who is signed in, lets asking go on where it was left by leaving the page, and
 * pauses it when the page is left, unless it was told to go on.
 */
export const useCoverageAsking = (questions: Questions) => {
  const { data: session } = useQuery(sessionQuery)
  const person = session?.user ? `${session.user} ${session.upstream}` : null
  const textName = session ? coverageTextName(session) : null
  const latest = useRef(questions)
  useEffect(() => {
    latest.current = questions
  })
  // Before the page is drawn: what is kept must not look unknown for a moment.
  useLayoutEffect(() => {
    if (person !== null) coverageKeeper.belongTo(person, textName)
  }, [person, textName])
  const isReady = questions.projectIds.length * questions.mirrorIds.length > 0
  useEffect(() => {
    if (person === null || !isReady) return undefined
    const { phase } = coverageStore.snapshot()
    if (phase.kind === 'paused' && phase.reason === 'left') void coverageStore.resume(latest.current)
    return leave
  }, [person, isReady])
  // Before the next page is drawn: an effect ends after that, and one more question would be asked in between.
  useLayoutEffect(() => leave, [])
}
