import { errors } from '@playwright/test'
import type { PersonAct } from '#e2e/chaos/act.ts'
import type { Hall } from '#e2e/chaos/hall.ts'
import { clearTheWay } from './clear-the-way.ts'
import type { Place } from './person-act.ts'
import { walkingActs as walking } from './walking-acts.ts'
import { writingActs as writing } from './writing-acts.ts'

const perform = (act: PersonAct, place: Place): Promise<void> => {
  switch (act.kind) {
    case 'open':
      return walking.open(act, place)
    case 'open-row':
      return walking.openRow(act, place)
    case 'refresh':
      return walking.refresh(act, place)
    case 'reload':
      return walking.reload(act, place)
    case 'back':
      return walking.back(act, place)
    case 'open-tab':
      return walking.openTab(act, place)
    case 'close-tab':
      return walking.closeTab(act, place)
    case 'search':
      return walking.search(act, place)
    case 'sign-out':
      return walking.signOut(act, place)
    case 'sign-in':
      return walking.signIn(act, place)
    case 'decide':
      return writing.decide(act, place)
    case 'reject-many':
      return writing.rejectMany(act, place)
    case 'register':
      return writing.register(act, place)
    case 'prefer':
      return writing.prefer(act, place)
    case 'clear-preference':
      return writing.clearPreference(act, place)
    case 'remove-mirror':
      return writing.removeMirror(act, place)
    case 'correct':
      return writing.correct(act, place)
    case 'check-credentials':
      return writing.checkCredentials(act, place)
  }
}

/** What a browser says of a page that goes away while it is used. */
const PASSING = /net::ERR_|interrupted by another navigation|Execution context was destroyed/

const reasonOf = (error: unknown): string =>
  String(error)
    .split('\n')
    .filter((line) => /Timeout|waiting for|net::/.test(line))
    .slice(0, 2)
    .join(' ')

/**
 * Does what a person does. What is not there, or cannot be pressed, is not done: a person would do something else.
 *
 * @returns why it was not possible; `null` when it was.
 */
export const performPersonAct = async (act: PersonAct, hall: Hall): Promise<string | null> => {
  const desk = hall.desks[act.browser % hall.desks.length]
  const tab = desk?.tabs[act.tab % desk.tabs.length]
  if (desk === undefined || tab === undefined) return 'There is no such tab'
  try {
    if (!(await clearTheWay(hall, desk, tab))) return 'A dialog is busy'
    await perform(act, { hall, desk, tab })
    return null
  } catch (error) {
    if (error instanceof errors.TimeoutError || PASSING.test(String(error))) return reasonOf(error)
    throw error
  }
}
