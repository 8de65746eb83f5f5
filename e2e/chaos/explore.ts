import type { Browser } from '@playwright/test'
import { asyncModelRun, type AsyncCommand, asyncProperty, check, commands } from 'fast-check'
import * as v from 'valibot'
import { act, type Act, type Plan } from './act.ts'
import { actArbitrary, seedArbitrary } from './plan-arbitrary.ts'
import { type Run, startRun } from './run.ts'

/** What became of one plan. */
export type Explored = {
  /** The acts that were possible, and those that were not. */
  readonly done: number
  readonly skipped: number
  /** The smallest plan found that breaks a promise, and which; `null` where none was broken. */
  readonly failure: { readonly plan: Plan; readonly words: string; readonly path: string | null } | null
}

/** Bounds of one exploration. */
export type Bounds = {
  /** Acts of a plan, at most. */
  readonly acts: number
  /** After this moment no act is begun, epoch ms. */
  readonly actsUntil: number
  /** How long a smaller plan is looked for, in ms. */
  readonly shrinkMs: number
  /** Where to begin among the smaller plans, as an earlier exploration said. */
  readonly path?: string
}

type Note = (line: string) => void

const lineOf = (act: Act, whyNot: string | null): string =>
  whyNot === null ? `did  ${JSON.stringify(act)}` : `left ${JSON.stringify(act)}: ${whyNot}`

type Tally = { done: number; skipped: number }

class ActCommand implements AsyncCommand<Tally, Run> {
  readonly act: Act
  readonly #mayAct: () => boolean
  readonly #note: Note
  constructor(act: Act, mayAct: () => boolean, note: Note) {
    this.act = act
    this.#mayAct = mayAct
    this.#note = note
  }
  check(): boolean {
    return this.#mayAct()
  }
  async run(tally: Tally, run: Run): Promise<void> {
    const whyNot = await run.act(this.act)
    tally[whyNot === null ? 'done' : 'skipped'] += 1
    this.#note(lineOf(this.act, whyNot))
  }
  toString(): string {
    return JSON.stringify(this.act)
  }
}

/** Carries out a plan as it is. @throws BrokenPromise */
export const replay = async (browser: Browser, plan: Plan, note: Note): Promise<void> => {
  const run = await startRun(browser, plan.seed)
  try {
    for (const act of plan.acts) {
      note(lineOf(act, await run.act(act)))
    }
    await run.finish()
  } finally {
    await run.close()
  }
}

/** Carries out the plan that comes of a number, and looks for a smaller one where it breaks a promise. */
export const explore = async (
  browser: Browser,
  number: number,
  bounds: Bounds,
  note: Note,
): Promise<Explored> => {
  const tally: Tally = { done: 0, skipped: 0 }
  let shrinksUntil: number | null = null
  const mayAct = () => shrinksUntil !== null || Date.now() < bounds.actsUntil
  const lists = commands([actArbitrary.map((act) => new ActCommand(act, mayAct, note))], {
    maxCommands: bounds.acts,
    size: 'max',
  })
  const property = asyncProperty(seedArbitrary, lists, async (seed, list) => {
    if (shrinksUntil !== null && Date.now() > shrinksUntil) return
    const run = await startRun(browser, seed)
    try {
      await asyncModelRun(() => ({ model: tally, real: run }), list)
      await run.finish()
    } catch (error) {
      shrinksUntil ??= Date.now() + bounds.shrinkMs
      note(`broken: ${error instanceof Error ? error.message : String(error)}`)
      throw error
    } finally {
      await run.close()
    }
  })
  const result = await check(property, {
    seed: number,
    numRuns: 1,
    // The first runs would be of few acts.
    unbiased: true,
    ...(bounds.path !== undefined && { path: bounds.path }),
  })
  if (!result.failed || result.counterexample === null) return { ...tally, failure: null }
  const [seed, list] = result.counterexample
  const acts = [...list].map((command) => v.parse(act, JSON.parse(String(command))))
  const words =
    result.errorInstance instanceof Error ? result.errorInstance.message : String(result.errorInstance)
  return { ...tally, failure: { plan: { seed, acts }, words, path: result.counterexamplePath } }
}
