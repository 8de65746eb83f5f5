import type { Browser } from '@playwright/test'
import type { SeedName } from '#upstream/seed-names.ts'
import type { Act, PersonAct } from './act.ts'
import { heal, performHappening } from './acts/perform-happening.ts'
import { performPersonAct } from './acts/perform-person-act.ts'
import { type ChaosWorld, startChaosWorld } from './chaos-world.ts'
import { comparePages } from './compare.ts'
import { type Hall, openHall } from './hall.ts'
import { createJudge, type Judge } from './judge.ts'
import { recover } from './recover.ts'

/** A promise of the product that was broken. */
class BrokenPromise extends Error {
  override readonly name = 'BrokenPromise'
}

/** One run under way: a world of its own, people before it, and who judges. */
export type Run = {
  readonly hall: Hall
  /** Does one act. @returns why it was not possible; `null` when it was. @throws BrokenPromise when something does not hold after it. */
  readonly act: (act: Act) => Promise<string | null>
  /** Ends every fault and goes on in each tab. @throws BrokenPromise for a dead end, or pages that contradict each other. */
  readonly finish: () => Promise<void>
  readonly close: () => Promise<void>
}

const isPersonAct = (act: Act): act is PersonAct => 'tab' in act

const insist = (broken: readonly string[]): void => {
  if (broken.length > 0) throw new BrokenPromise([...new Set(broken)].join('\n'))
}

const recoverAll = async (hall: Hall): Promise<readonly string[]> => {
  const ends: string[] = []
  for (const desk of hall.desks) {
    for (const tab of desk.tabs) {
      const end = await recover(hall, desk, tab)
      if (end !== null) ends.push(end)
    }
  }
  return ends
}

const runIn = (hall: Hall, judge: Judge, world: ChaosWorld): Run => ({
  hall,
  act: async (act) => {
    const whyNot = isPersonAct(act) ? await performPersonAct(act, hall) : null
    if (!isPersonAct(act)) await performHappening(act, hall)
    insist(await judge.look())
    if (act.kind === 'heal') insist(await recoverAll(hall))
    if (act.kind === 'compare' && !hall.isTroubled) insist(await comparePages(hall, 0))
    return whyNot
  },
  finish: async () => {
    await heal(hall)
    insist(await recoverAll(hall))
    insist(await comparePages(hall, 1))
    insist(await judge.look())
  },
  close: async () => {
    for (const { context } of hall.desks) await context.close()
    await world.stop()
  },
})

/** Starts a run in a browser that is there. */
export const startRun = async (browser: Browser, seed: SeedName): Promise<Run> => {
  const world = await startChaosWorld(seed)
  try {
    const hall = await openHall(browser, world)
    const judge = createJudge(hall)
    // What is gone after the first act had a name before it.
    insist(await judge.look())
    return runIn(hall, judge, world)
  } catch (error) {
    await world.stop()
    throw error
  }
}
