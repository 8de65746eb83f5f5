import { useQuery } from '@tanstack/react-query'
import { useLayoutEffect, useSyncExternalStore } from 'react'
import { sessionQuery } from '#app/domain/session/session.ts'
import type { RunSnapshot } from './coverage-run.ts'
import { coverageKeeper, coverageStore } from './coverage-store.ts'
import { coverageTextName } from './forget-coverage.ts'

/** What coverage knows for the person who is signed in, also from before a reload. */
export const useCoverageKnowledge = (): RunSnapshot => {
  const { data: session } = useQuery(sessionQuery)
  const person = session?.user ? `${session.user} ${session.upstream}` : null
  const textName = session ? coverageTextName(session) : null
  // Before the page is drawn: what is kept must not look unknown for a moment.
  useLayoutEffect(() => {
    if (person !== null) coverageKeeper.belongTo(person, textName)
  }, [person, textName])
  return useSyncExternalStore(coverageStore.subscribe, coverageStore.snapshot)
}
