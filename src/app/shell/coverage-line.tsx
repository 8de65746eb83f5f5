import { Button } from '@mantine/core'
import { useEffect, useEffectEvent, useSyncExternalStore } from 'react'
import { useLocation } from 'react-router'
import { announce } from '#app/browser/announcements.ts'
import { useNow } from '#app/browser/use-now.ts'
import { askingWords } from '#app/domain/coverage/asking-words.ts'
import type { RunPhase } from '#app/domain/coverage/coverage-run.ts'
import { coverageStore } from '#app/domain/coverage/coverage-store.ts'
import { paths } from '#app/paths.ts'
import classes from '#app/ui/page/strip.module.css'
import { TextLink } from '#app/ui/page/text-link.tsx'

/** Whether it asks, or will go on by itself. */
const isUnderWay = (phase: RunPhase): boolean =>
  phase.kind === 'asking' || phase.kind === 'waiting' || (phase.kind === 'paused' && phase.reason === 'away')

/**
 * Says on other pages than its own that coverage goes on asking in the background, with the way to stop it, and
 * announces how it ended.
 */
export const CoverageLine = () => {
  const run = useSyncExternalStore(coverageStore.subscribe, coverageStore.snapshot)
  const now = useNow()
  const isElsewhere = useLocation().pathname !== paths.coverage
  const words = askingWords(run, { now, isKnown: true })
  const { kind } = run.phase
  const announceEnd = useEffectEvent(() => {
    if (isElsewhere) announce(`Coverage: ${words}`)
  })
  useEffect(() => {
    if (kind === 'done' || kind === 'budget-spent' || kind === 'stopped') announceEnd()
  }, [kind])
  if (!isElsewhere || !isUnderWay(run.phase)) return null
  return (
    <aside aria-label="Coverage in the background" className={classes.strip}>
      <span>Coverage is asking mirrors in the background. {words}</span>
      <TextLink to={paths.coverage}>Open coverage</TextLink>
      <Button size="xs" variant="default" onClick={() => coverageStore.pause('person')}>
        Stop
      </Button>
    </aside>
  )
}
