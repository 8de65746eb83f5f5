import type { ProbeResult } from '#contract/probe.ts'
import { type Problem, problemOf } from '#app/api/problem.ts'
import { cellStateOf } from '#app/features/coverage/matrix/cell-state.ts'
import {
  type CoverageAnswers,
  createCoverageAnswers,
} from '#app/features/coverage/matrix/coverage-answers.ts'
import { createQuestionQueue } from './question-queue.ts'
import type { Question, Questions } from './question.ts'

/** Where the asking stands. */
export type RunPhase =
  | { readonly kind: 'idle' }
  | { readonly kind: 'asking' }
  /** `isByLeaving`: nobody paused it, the page was left; coming back goes on. */
  | { readonly kind: 'paused'; readonly isByLeaving: boolean }
  /** As many questions as allowed were asked. */
  | { readonly kind: 'budget-spent' }
  | { readonly kind: 'done' }
  /** Bitbucket or the console refused a question, as with 429: nobody is asked until somebody says so. */
  | { readonly kind: 'stopped'; readonly problem: Problem }

/** What a page shows of a run. A new object at every change, also of the answers. */
export type RunSnapshot = {
  /** What is known; the same for all snapshots of a run, since millions of answers are not copied. */
  readonly answers: CoverageAnswers
  readonly phase: RunPhase
  /** Questions asked since the last start. */
  readonly asked: number
  /** Questions that may be asked before somebody has to allow more. */
  readonly budget: number
  /** Questions that are left to ask, within the budget or beyond it. */
  readonly left: number
  /** How long the asking has taken since it went on last, and how many were asked in that time; ms. */
  readonly pace: { readonly asked: number; readonly tookMs: number }
  /** Ids of mirrors that failed several times in a row and are left alone. */
  readonly resting: ReadonlySet<string>
}

/** Questions at once; the browser needs a connection for everything else. */
export const CONCURRENCY = 5

/** Failures of one mirror in a row after which it is left alone until the next start. */
const REST_AFTER = 3

/** How often a page hears of results, in ms: drawing after each answer would be work for nobody. */
const TELL_EVERY_MS = 150

const IDLE: Omit<RunSnapshot, 'answers'> = {
  phase: { kind: 'idle' },
  asked: 0,
  budget: 0,
  left: 0,
  pace: { asked: 0, tookMs: 0 },
  resting: new Set(),
}

/**
 * Asks mirrors about repositories within a budget, at most five at once, and remembers what they said. It lives
 * outside of the page, so that results survive a navigation.
 */
export const createCoverageRun = ({
  ask,
  now = Date.now,
}: {
  readonly ask: (question: Question, signal: AbortSignal) => Promise<ProbeResult>
  readonly now?: () => number
}) => {
  const answers = createCoverageAnswers()
  const listeners = new Set<() => void>()
  const failures = new Map<string, number>()
  let snapshot: RunSnapshot = { answers, ...IDLE }
  let queue = createQuestionQueue({ repositoryIds: [], mirrorIds: [] }, answers)
  let stop = new AbortController()
  let wentOnAt = 0
  let timer: ReturnType<typeof setTimeout> | undefined

  const tell = () => {
    clearTimeout(timer)
    timer = undefined
    for (const listener of listeners) listener()
  }
  const change = (next: Partial<RunSnapshot>) => {
    snapshot = { ...snapshot, ...next }
    if (next.phase === undefined) timer ??= setTimeout(tell, TELL_EVERY_MS)
    else tell()
  }
  const remember = ({ repositoryId, mirrorId }: Question, result: ProbeResult) => {
    answers.remember(repositoryId, mirrorId, { state: cellStateOf(result), at: now() })
    const inARow = result.kind === 'failed' ? (failures.get(mirrorId) ?? 0) + 1 : 0
    failures.set(mirrorId, inARow)
    if (inARow >= REST_AFTER) change({ resting: new Set([...snapshot.resting, mirrorId]) })
  }
  const work = async (signal: AbortSignal): Promise<void> => {
    while (!signal.aborted && snapshot.asked < snapshot.budget) {
      const question = queue.next(snapshot.resting)
      if (question === undefined) return
      change({ asked: snapshot.asked + 1 })
      try {
        remember(question, await ask(question, signal))
        const pace = { asked: snapshot.pace.asked + 1, tookMs: now() - wentOnAt }
        change({ left: queue.left(), pace })
      } catch (error) {
        // What was not answered costs nothing.
        if (stop.signal === signal) change({ asked: Math.max(0, snapshot.asked - 1) })
        if (signal.aborted) return
        stop.abort()
        change({ phase: { kind: 'stopped', problem: problemOf(error) } })
        return
      }
    }
  }

  const goOn = async (questions: Questions, budget: number, asked: number): Promise<void> => {
    stop.abort()
    stop = new AbortController()
    const { signal } = stop
    queue = createQuestionQueue(questions, answers)
    failures.clear()
    wentOnAt = now()
    change({
      phase: { kind: 'asking' },
      asked,
      budget,
      left: queue.left(),
      pace: IDLE.pace,
      resting: IDLE.resting,
    })
    await Promise.all(Array.from({ length: CONCURRENCY }, () => work(signal)))
    if (signal.aborted) return
    change({ phase: { kind: queue.left() > 0 ? 'budget-spent' : 'done' }, left: queue.left() })
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
    /** What is known, for who has no snapshot. */
    answers,
    /** Whether any of these questions was not answered yet. */
    hasOpen: (questions: Questions): boolean => createQuestionQueue(questions, answers).left() > 0,
    /** Asks what is not known yet, up to `budget` questions. */
    start: (questions: Questions, budget: number) => goOn(questions, budget, 0),
    /** Goes on within the budget of before. */
    resume: (questions: Questions) => goOn(questions, snapshot.budget, snapshot.asked),
    /** Stops asking; questions under way are given up and asked again later. */
    pause: () => pause(false),
    /** The page is left: nobody is asked until somebody looks again. */
    leave: () => pause(true),
    /** Forgets all answers, so that everything can be asked again. */
    forget,
    /** Says for whom the answers are: what was said to somebody else is forgotten. */
    belongTo: (user: string) => {
      if (owner !== null && owner !== user) forget()
      owner = user
    },
  }
}
