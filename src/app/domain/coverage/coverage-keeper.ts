import type { LongTexts } from '#app/browser/long-texts.ts'
import { personalStore } from '#app/browser/personal-store.ts'
import { createStore } from '#app/browser/store.ts'
import type { CoverageRun } from './coverage-run.ts'
import { keptCoverageText, restoreCoverage } from './kept-coverage.ts'

/** What this browser keeps of coverage over a reload. */
export type Kept =
  | 'all'
  /** There is more than it keeps. */
  | 'part'
  /** The storage is full or refused. */
  | 'refused'
  /** Bitbucket did not name the person, who could not be told from another one. */
  | 'unnamed'

/** How often what was learnt is kept while mirrors are asked, in ms. It takes some 10 ms. */
const KEEP_EVERY_MS = 30_000

/** Keeps what a run learns in this browser, for one person at one Bitbucket. */
export const createCoverageKeeper = (run: CoverageRun, texts: LongTexts, now = () => Date.now()) => {
  const owner = personalStore<{ readonly person: string; readonly textName: string | null } | null>(null)
  const kept = createStore<Kept>('all')
  /** The text that this tab read or wrote last. */
  let last: string | null = null
  let timer: ReturnType<typeof setTimeout> | undefined
  let isChanged = false

  const keep = () => {
    clearTimeout(timer)
    timer = undefined
    const name = owner.get()?.textName ?? null
    if (name === null || !isChanged) return
    isChanged = false
    // Another tab may have learnt more meanwhile.
    const before = texts.get(name)
    if (before !== null && before !== last) restoreCoverage(before, run, now())
    const { phase, asked } = run.snapshot()
    const limits = run.limits()
    // As a page goes, its questions are cut off, which stops a run.
    const isOpen = limits !== null && ['asking', 'waiting', 'paused', 'stopped'].includes(phase.kind)
    const next = keptCoverageText(run, isOpen ? { ...limits, asked } : null, now())
    if (next === null) return
    last = next.text
    kept.set(texts.set(name, next.text) ? (next.isWhole ? 'all' : 'part') : 'refused')
  }
  const forget = () => {
    last = null
    run.forget()
  }

  run.subscribe(() => {
    isChanged = true
    if (run.snapshot().phase.kind === 'asking') timer ??= setTimeout(keep, KEEP_EVERY_MS)
    else if (timer !== undefined) keep()
  })
  owner.subscribe(() => {
    // Signed out, or someone else signed in: what is kept for the person before is none of theirs.
    if (owner.get() === null) forget()
  })
  addEventListener('pagehide', keep)

  return {
    /** How much of it this browser keeps. */
    kept,
    /**
     * Says whose answers these are. Those of another person are forgotten, and what is kept for this one is taken up.
     *
     * @param textName where it is kept; `null` where nothing may be kept for this person.
     */
    belongTo: (person: string, textName: string | null): void => {
      if (owner.get()?.person === person) return
      if (owner.get() !== null) forget()
      owner.set({ person, textName })
      texts.keepOnly(textName)
      kept.set(textName === null ? 'unnamed' : 'all')
      last = textName === null ? null : texts.get(textName)
      const wasRunning = last === null ? null : restoreCoverage(last, run, now())
      if (wasRunning === null) run.changed()
      else run.takeOver(wasRunning, wasRunning.asked)
    },
    /** Forgets all answers, also those that are kept. */
    forget: () => {
      texts.keepOnly(null)
      forget()
    },
  }
}
