import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { expect } from '@playwright/test'
import { focusInPage } from '#e2e/focus-in-page.ts'
import type { DrivenTab, Key } from './driven-tab.ts'
import { lookFor, type Sight, type Wanted } from './look-for.ts'
import { takeComplaints, watchPage } from './watch-page.ts'

/** A person before one tab, who finds things by role and name, and waits for what is to come. */
export type Person = {
  readonly opens: (address: string) => Promise<void>
  /** Waits until it is there. */
  readonly sees: (wanted: Wanted) => Promise<void>
  /** Waits until there is none of it. */
  readonly misses: (wanted: Wanted) => Promise<void>
  /** Waits until something is true of the first one. */
  readonly seesThat: (wanted: Wanted, fact: Partial<Sight>) => Promise<void>
  /** Clicks it with the pointer, once it stands still, is on, and nothing lies over it. */
  readonly clicks: (wanted: Wanted) => Promise<void>
  /** Clicks a field, and types into it. */
  readonly fills: (wanted: Wanted, text: string) => Promise<void>
  readonly presses: (key: Key, held?: 'Shift' | 'Control') => Promise<void>
  readonly types: (text: string) => Promise<void>
  /** Presses Tab until it has the focus; each stop on the way must be visible. */
  readonly tabsTo: (wanted: Wanted, held?: 'Shift') => Promise<void>
  /** What the page did and must never do. */
  readonly complaints: () => Promise<readonly string[]>
}

const LIBRARY = readFileSync(
  createRequire(import.meta.url).resolve('@testing-library/dom/dist/@testing-library/dom.umd.min.js'),
  'utf8',
)

/** The words of a test's report. */
const inWords = ({ role, name, text, inside }: Wanted): string => {
  const also = text === null ? '' : ` with ${JSON.stringify(text)}`
  return `${role} ${JSON.stringify(name)}${also}${inside === null ? '' : ` in ${inWords(inside)}`}`
}

const NOTHING: Sight = {
  count: 0,
  text: '',
  hasFocus: false,
  isDisabled: false,
  isChecked: false,
  point: null,
}

/** More stops than any way of the keyboard has. */
const MOST_STOPS = 80

/** A person before this tab. */
export const personAt = (tab: DrivenTab): Person => {
  const noted: string[] = []
  const complaints = async () => {
    noted.push(...(await tab.evaluate(takeComplaints, null)))
    return noted
  }
  const look = async (wanted: Wanted, isReached = false): Promise<Sight> => {
    // A document that is about to go may end the question; the next one lacks the library.
    const sight = await tab.evaluate(lookFor, { wanted, isReached }).catch(() => null)
    if (sight !== null) return sight
    await tab.evaluate(watchPage, null)
    await tab.load(LIBRARY)
    return (await tab.evaluate(lookFor, { wanted, isReached })) ?? NOTHING
  }
  const seesThat: Person['seesThat'] = (wanted, fact) =>
    expect.poll(() => look(wanted), { message: inWords(wanted) }).toMatchObject(fact)
  const clicks: Person['clicks'] = async (wanted) => {
    let before: Sight['point'] = null
    await expect
      .poll(
        async () => {
          const { point, isDisabled } = await look(wanted, true)
          const isStill = point !== null && point.x === before?.x && point.y === before.y
          before = point
          return isStill && !isDisabled
        },
        { message: `${inWords(wanted)}, to be clicked`, intervals: [50] },
      )
      .toBe(true)
    if (before !== null) await tab.clickAt(before)
  }
  return {
    opens: async (address) => {
      await complaints()
      await tab.open(address)
    },
    sees: (wanted) =>
      expect.poll(async () => (await look(wanted)).count, { message: inWords(wanted) }).toBeGreaterThan(0),
    misses: (wanted) => seesThat(wanted, { count: 0 }),
    seesThat,
    clicks,
    fills: async (wanted, text) => {
      await clicks(wanted)
      await seesThat(wanted, { hasFocus: true })
      await tab.type(text)
    },
    presses: tab.press,
    types: tab.type,
    tabsTo: async (wanted, held) => {
      for (let stops = 0; stops < MOST_STOPS; stops += 1) {
        if ((await look(wanted)).hasFocus) return
        await tab.press('Tab', held)
        // A message that comes may lie over the focus for one frame.
        const hidden = async (): Promise<readonly string[]> => {
          const focus = await tab.evaluate(focusInPage, null)
          return (focus?.faults ?? []).map((fault) => `${focus?.name ?? ''} ${fault}`)
        }
        await expect.poll(hidden, 'what hides where the keyboard is').toEqual([])
      }
      throw new Error(`The keyboard does not reach ${inWords(wanted)}.`)
    },
    complaints,
  }
}
