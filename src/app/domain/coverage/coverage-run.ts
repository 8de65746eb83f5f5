import type { ProbeRequest, ProbeResult } from '#contract/probe.ts'
import { type Problem, problemOf } from '#app/api/problem.ts'
import { askEach } from '#app/domain/availability/ask-each.ts'
import type { MirrorAsker } from '#app/domain/availability/mirror-asker.ts'
import { cellStateOf } from './cell-state.ts'
import { type CoverageAnswers, createCoverageAnswers } from './coverage-answers.ts'
import { openQuestions, type Questions } from './open-questions.ts'

/** The state of the run. */
export type RunPhase =
  | { readonly kind: 'idle' }
  | { readonly kind: 'asking' }
  /** `isByLeaving`: paused because the user left the page; coming back continues. */
  | { readonly kind: 'paused'; readonly isByLeaving: boolean }
  /** As many questions as allowed were asked. */
  | { readonly kind: 'budget-spent' }
  | { readonly kind: 'done' }
  /** Bitbucket or the console refused a question, as with 429: no mirror is asked until the user resumes. */
  | { readonly kind: 'stopped'; readonly problem: Problem }

/** What a page shows of a run. A new object at every change, also of the answers. */
export type RunSnapshot = {
  /** What is known; the same for all snapshots of a run, since millions of answers are not copied. */
  readonly answers: CoverageAnswers
  readonly phase: RunPhase
  /** Questions answered since the last start. */
  readonly asked: number
  /** Questions that may be asked before the user has to allow more. */
  readonly budget: number
  /** Questions that are left to ask, within the budget or beyond it; none of paused mirrors. */
  readonly left: number
  /** How long asking has taken since the last start or resume, and how many were answered in that time; ms. */
  readonly pace: { readonly asked: number; readonly tookMs: number }
  /** Ids of mirrors that failed several times in a row: not asked until the next start. */
  readonly paused: ReadonlySet<string>
}

/** How often the page is notified of answers, in ms: drawing after each one would be wasted work. */
const NOTIFY_EVERY_MS = 150

const IDLE: Omit<RunSnapshot, 'answers'> = {
  phase: { kind: 'idle' },
  asked: 0,
  budget: 0,
  left: 0,
  pace: { asked: 0, tookMs: 0 },
  paused: new Set(),
}

/**
 * Asks mirrors about repositories within a budget and remembers what they said. It lives outside of the page, so that
 * results survive a navigation.
 */
export const createCoverageRun = ({
  asker,
  now = Date.now,
}: {
  readonly asker: MirrorAsker
  readonly now?: () => number
}) => {
  const answers = createCoverageAnswers()
  const listeners = new Set<() => void>()
  let snapshot: RunSnapshot = { answers, ...IDLE }
  let stop = new AbortController()
  let timer: ReturnType<typeof setTimeout> | undefined

  const notify = () => {
    clearTimeout(timer)
    timer = undefined
    for (const listener of listeners) listener()
  }
  const change = (next: Partial<RunSnapshot>) => {
    snapshot = { ...snapshot, ...next }
    if (next.phase === undefined) timer ??= setTimeout(notify, NOTIFY_EVERY_MS)
    else notify()
  }

  const goOn = async (questions: Questions, budget: number, asked: number): Promise<void> => {
    stop.abort()
    stop = new AbortController()
    const { signal } = stop
    const open = openQuestions(questions, answers)
    const startedAt = now()
    let taken = asked
    change({ ...IDLE, phase: { kind: 'asking' }, asked, budget, left: open.left() })

    const next = (mirrorId: string): string | undefined => {
      const repositoryId = taken < budget ? open.next(mirrorId) : undefined
      if (repositoryId !== undefined) taken += 1
      return repositoryId
    }
    const onAnswer = ({ repositoryId, mirrorId }: ProbeRequest, result: ProbeResult) => {
      answers.remember(repositoryId, mirrorId, { state: cellStateOf(result), at: now() })
      open.answered(mirrorId)
      const { paused: before, pace } = snapshot
      const isSame = asker.isPaused(mirrorId) === before.has(mirrorId)
      const paused = isSame ? before : new Set(questions.mirrorIds.filter(asker.isPaused))
      change({
        asked: snapshot.asked + 1,
        left: open.left(paused),
        pace: { asked: pace.asked + 1, tookMs: now() - startedAt },
        paused,
      })
    }
    try {
      await askEach(questions.mirrorIds, { asker, next, onAnswer, signal })
      change({ phase: { kind: snapshot.left > 0 ? 'budget-spent' : 'done' } })
    } catch (error) {
      if (!signal.aborted) change({ phase: { kind: 'stopped', problem: problemOf(error) } })
    }
  }

  const pause = (isByLeaving: boolean) => {
    if (snapshot.phase.kind !== 'asking') return
    stop.abort()
    change({ phase: { kind: 'paused', isByLeaving } })
  }
  const forget = () => {
    stop.abort()
    answers.clear()
    change(IDLE)
  }
  let owner: string | null = null

  return {
    subscribe: (listener: () => void) => {
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
      }
    },
    snapshot: () => snapshot,
    /** What is known, where there is no snapshot. */
    answers,
    /** Whether any of these questions was not answered yet. */
    hasOpen: (questions: Questions): boolean => openQuestions(questions, answers).left() > 0,
    /** Asks what is not known yet, up to `budget` questions. */
    start: (questions: Questions, budget: number) => goOn(questions, budget, 0),
    /** Continues within the same budget. */
    resume: (questions: Questions) => goOn(questions, snapshot.budget, snapshot.asked),
    /** Stops asking; questions in flight are cancelled and asked again later. */
    pause: () => pause(false),
    /** The user left the page: no mirror is asked until the user comes back. */
    leave: () => pause(true),
    /** Forgets all answers, so that everything can be asked again. */
    forget,
    /** Sets whose answers these are: those of another user are forgotten. */
    belongTo: (user: string) => {
      if (owner !== null && owner !== user) forget()
      owner = user
    },
  }
}
