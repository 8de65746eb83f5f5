import { followAttendance } from '#app/browser/follow-attendance.ts'
import type { CoverageRun, RunPhase } from './coverage-run.ts'

/** Whether absence matters: mirrors are asked, or were until the person left. */
const isRunning = (phase: RunPhase): boolean =>
  phase.kind === 'asking' || phase.kind === 'waiting' || isAway(phase)

const isAway = (phase: RunPhase): boolean => phase.kind === 'paused' && phase.reason === 'away'

/** Pauses a run while the person is away, and lets it go on when they are back. An unattended tab asks nothing. */
export const heedAttendance = (run: CoverageRun): void => {
  let leave: (() => void) | null = null
  const onChange = (isNowAway: boolean) => {
    if (isNowAway) run.pause('away')
    else if (isAway(run.snapshot().phase)) void run.resume()
  }
  run.subscribe(() => {
    if (isRunning(run.snapshot().phase)) {
      leave ??= followAttendance(onChange)
      return
    }
    leave?.()
    leave = null
  })
}
