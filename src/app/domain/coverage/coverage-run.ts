import type { ProbeRequest, ProbeResult } from '#contract/probe.ts'
import { type Problem, problemOf } from '#app/api/problem.ts'
import { knownSince, type KnownSince } from './answer-age.ts'
import { cellStateOf } from './cell-state.ts'
import { type CoverageAnswers, createCoverageAnswers } from './coverage-answers.ts'
import { type PassParts, runPass } from './coverage-pass.ts'
import { type CoverageKnowledge, type Depth, openQuestions, type Questions } from './open-questions.ts'
import { createProjectSamples, type ProjectSamples } from './project-samples.ts'

/**
 * Why asking is paused: the person said so, or left the page, or is away from the tab, or loaded the page again. After the
 * second and the third it goes on by itself when the person is back.
 */
export type PauseReason = 'person' | 'left' | 'away' | 'reload'

/** The state of the run. */
export type RunPhase =
  | { readonly kind: 'idle' }
  | { readonly kind: 'asking' }
  /** Bitbucket asked to wait; asking goes on by itself then. Epoch ms. */
  | { readonly kind: 'waiting'; readonly until: number; readonly problem: Problem }
  | { readonly kind: 'paused'; readonly reason: PauseReason }
  /** As many questions as allowed were asked. */
  | { readonly kind: 'budget-spent' }
  | { readonly kind: 'done' }
  /** Bitbucket or the console refused: no mirror is asked until the user resumes. */
  | { readonly kind: 'stopped'; readonly problem: Problem }

/** What a page shows of a run. A new object at every change, also of what is known. */
export type RunSnapshot = {
  /** What is known; the same for all snapshots of a run, since millions of answers are not copied. */
  readonly answers: CoverageAnswers
  readonly samples: ProjectSamples
  readonly phase: RunPhase
  /** When this was so, epoch ms: by it answers are old or not. */
  readonly at: number
  /** Questions answered since the last start. */
  readonly asked: number
  /** Questions that may be asked before the user has to allow more. */
  readonly budget: number
  /** Questions that are left to ask at most, within the budget or beyond it; none of paused mirrors. */
  readonly left: number
  /** How long asking has taken since the last start or resume, and how many were answered in that time; ms. */
  readonly pace: { readonly asked: number; readonly tookMs: number }
  /** Ids of mirrors that failed several times in a row: not asked until the next start. */
  readonly paused: ReadonlySet<string>
}

/** What a start allows. */
export type RunLimits = { readonly budget: number; readonly depth: Depth }

/** A start and what it has come to, so that it can go on. */
type Plan = RunLimits & { readonly questions: Questions; readonly since: KnownSince }

/** How often the page is notified of answers, in ms: drawing after each one would be wasted work. */
const NOTIFY_EVERY_MS = 150

/** How long to wait after 429 without a usable `Retry-After`, in ms. */
const DEFAULT_WAIT_MS = 60_000

const IDLE: Omit<RunSnapshot, 'answers' | 'samples' | 'at'> = {
  phase: { kind: 'idle' },
  asked: 0,
  budget: 0,
  left: 0,
  pace: { asked: 0, tookMs: 0 },
  paused: new Set(),
}

/** How long a problem asks to wait, in ms; `null` for one that does not pass by itself. */
const waitOf = ({ kind, retryAfterMs }: Problem): number | null =>
  kind === 'rate-limited' ? (retryAfterMs ?? DEFAULT_WAIT_MS) : retryAfterMs

/**
 * Asks mirrors about repositories within a budget and remembers what they said. It lives outside of the page, so that
 * results survive a navigation.
 */
export const createCoverageRun = ({
  asker,
  readSample,
  now = () => Date.now(),
}: Omit<PassParts, 'knowledge' | 'now'> & { readonly now?: () => number }) => {
  const knowledge: CoverageKnowledge = { answers: createCoverageAnswers(), samples: createProjectSamples() }
  const { answers, samples } = knowledge
  const listeners = new Set<() => void>()
  let snapshot: RunSnapshot = { ...knowledge, ...IDLE, at: now() }
  let plan: Plan | null = null
  let stop = new AbortController()
  let timer: ReturnType<typeof setTimeout> | undefined
  let waiting: ReturnType<typeof setTimeout> | undefined
  /** What Bitbucket asked for last: nothing is asked before `until`, whatever the user does. */
  let held: { readonly until: number; readonly problem: Problem } | null = null

  const notify = () => {
    clearTimeout(timer)
    timer = undefined
    for (const listener of listeners) listener()
  }
  const change = (next: Partial<RunSnapshot>) => {
    snapshot = { ...snapshot, ...next, at: now() }
    if (next.phase === undefined) timer ??= setTimeout(notify, NOTIFY_EVERY_MS)
    else notify()
  }
  const end = () => {
    stop.abort()
    clearTimeout(waiting)
  }

  /** Goes on as soon as Bitbucket lets it. */
  const goOn = async (next: Plan, asked: number): Promise<void> => {
    end()
    plan = next
    if (held === null || held.until <= now()) {
      await ask(next, asked)
      return
    }
    waiting = setTimeout(() => void goOn(next, asked), held.until - now())
    change({ phase: { kind: 'waiting', ...held }, asked, budget: next.budget })
  }

  const ask = async (next: Plan, asked: number): Promise<void> => {
    stop = new AbortController()
    const { signal } = stop
    const { questions, budget, depth } = next
    const open = openQuestions(questions, knowledge, next)
    const startedAt = now()
    let taken = asked
    change({ ...IDLE, phase: { kind: 'asking' }, asked, budget, left: open.left() })

    const onAnswer = (question: ProbeRequest, result: ProbeResult) => {
      const { repositoryId, mirrorId } = question
      answers.remember(repositoryId, mirrorId, { state: cellStateOf(result), at: now() })
      open.answered(question)
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
    const take = () => {
      if (taken >= budget) return false
      taken += 1
      return true
    }
    const onRead = () => change({ left: open.left(snapshot.paused) })
    try {
      const pass = { questions, open, depth, take, onAnswer, onRead, signal }
      await runPass({ asker, readSample, now, knowledge }, pass)
      change({ phase: { kind: snapshot.left > 0 ? 'budget-spent' : 'done' } })
    } catch (error) {
      if (signal.aborted) return
      const problem = problemOf(error)
      const wait = waitOf(problem)
      if (wait === null) {
        change({ phase: { kind: 'stopped', problem } })
        return
      }
      held = { until: now() + wait, problem }
      await goOn(next, snapshot.asked)
    }
  }

  const pause = (reason: PauseReason) => {
    const { kind } = snapshot.phase
    if (kind !== 'asking' && kind !== 'waiting') return
    end()
    change({ phase: { kind: 'paused', reason } })
  }

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
    samples,
    /** What is known changed other than by asking. */
    changed: () => {
      snapshot = { ...snapshot, at: now() }
      notify()
    },
    /** How many of these questions a start would ask at most. */
    left: (questions: Questions, depth: Depth): number =>
      openQuestions(questions, knowledge, { depth, since: knownSince(now()) }).left(),
    /** Asks what is not known yet, up to `budget` questions. */
    start: (questions: Questions, limits: RunLimits) =>
      goOn({ questions, ...limits, since: knownSince(now()) }, 0),
    /** Continues within the same budget; with other questions where the page has others now. */
    resume: async (questions?: Questions) => {
      if (plan !== null) await goOn({ ...plan, ...(questions && { questions }) }, snapshot.asked)
    },
    /** Stops asking; questions in flight are cancelled and asked again later. */
    pause,
    /** Forgets all that is known, so that everything can be asked again. */
    forget: () => {
      end()
      plan = null
      answers.clear()
      samples.clear()
      change(IDLE)
    },
    /** Takes over a start of before the page was loaded again: paused, with as many questions left of its budget. */
    takeOver: (limits: RunLimits, asked: number) => {
      if (plan !== null) return
      const questions = { projectIds: [], repositoryIds: [], mirrorIds: [] }
      plan = { questions, ...limits, since: knownSince(now()) }
      change({ budget: limits.budget, asked, phase: { kind: 'paused', reason: 'reload' } })
    },
    /** What the last start allowed; `null` before any. */
    limits: (): RunLimits | null => plan && { budget: plan.budget, depth: plan.depth },
  }
}

/** See {@link createCoverageRun}. */
export type CoverageRun = ReturnType<typeof createCoverageRun>
