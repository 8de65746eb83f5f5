import { act, fireEvent } from '@testing-library/react'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { ANSWER_FAULTS, FRONT_FAULTS } from '#demo/testing/faults/answer-faults.ts'
import { createFaultSwitch, type FaultSwitch } from '#demo/testing/faults/fault-switch.ts'
import { renderApp } from '#demo/testing/render-app.tsx'
import { faultPage } from './testing/fault-page.ts'

const DUBLIN = '/mirrors/CD0E-1051-6498-1A8C'

/** A page with fields: what says that it is there, and what is typed into each field of text. */
const PLACES = [
  { name: 'the list of requests', path: '/requests', ready: 'Sydney', typed: 'y', isForAll: true },
  { name: 'the list of mirrors', path: '/mirrors', ready: '4 mirrors loaded.', typed: 'i' },
  { name: 'the list of repositories', path: '/repositories', ready: '30 repositories loaded.', typed: 'e' },
  { name: 'the registration of a mirror', path: '/requests/new', ready: 'Address', typed: 'Sydney 2' },
  {
    name: 'the record of a mirror',
    path: `${DUBLIN}?tab=record`,
    ready: 'Correct the record',
    typed: '9.9.9',
  },
  { name: 'the event of a mirror', path: `${DUBLIN}?tab=event`, ready: 'PAY / ledger', typed: 'e' },
  { name: 'credentials', path: '/diagnostics', ready: 'Username', typed: 'somebody' },
  { name: 'the preferred mirror', path: '/preferred-mirror', ready: 'no preferred mirror', typed: '' },
  { name: 'coverage', path: '/coverage', ready: 'Payments', typed: 'a' },
  { name: 'git errors', path: '/git-errors', ready: 'git', typed: 'fatal: unable to access' },
] as const

/** Kinds of faults that differ in what the pages do; the list of requests meets every fault. */
const SOME: ReadonlySet<string> = new Set([
  'fails with 500',
  'does not permit (401)',
  'limits the rate, in seconds',
  'has another shape',
  'network is gone',
  'proxy shows a login page',
])

const FAULTS: readonly (readonly [name: string, breakIt: (faults: FaultSwitch) => void])[] = [
  ...Object.entries(ANSWER_FAULTS).map(
    ([name, fault]) => [name, (faults: FaultSwitch) => faults.breakUpstream(/ \/rest\//, fault)] as const,
  ),
  ...Object.entries(FRONT_FAULTS).map(
    ([name, fault]) => [name, (faults: FaultSwitch) => faults.breakFront(/ \/rest\//, fault)] as const,
  ),
]

/** Longer than a search box waits for the next key, in ms. */
const NARROWED_AFTER_MS = 400

type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement

const fields = (): readonly Field[] => [
  ...document.querySelectorAll<Field>('main :is(input, textarea, select):not([type="hidden"], :disabled)'),
]

const isChosen = (field: Field): boolean =>
  field instanceof HTMLInputElement && ['checkbox', 'radio'].includes(field.type)

/** Types into every field of text, and chooses two rows and the last of every choice. */
const fillIn = (typed: string): void => {
  for (const field of fields()) {
    if (!isChosen(field) && !(field instanceof HTMLSelectElement) && typed !== '') {
      fireEvent.change(field, { target: { value: typed } })
    }
  }
  const rows = fields().filter(
    (field) => field.type === 'checkbox' && (field.getAttribute('aria-label') ?? '').startsWith('Select '),
  )
  const radios = new Map(fields().flatMap((field) => (field.type === 'radio' ? [[field.name, field]] : [])))
  for (const field of [...rows.slice(0, 2), ...radios.values()]) fireEvent.click(field)
}

/** What stands in the fields now. */
const entered = () =>
  fields().map((field) => ({
    name: field.getAttribute('aria-label') ?? field.labels?.[0]?.textContent ?? field.name,
    value: isChosen(field) ? field instanceof HTMLInputElement && field.checked : field.value,
  }))

beforeEach(() => {
  vi.spyOn(HTMLCanvasElement.prototype, 'getContext').mockReturnValue(null)
  vi.spyOn(HTMLElement.prototype, 'offsetHeight', 'get').mockReturnValue(40)
})

describe.each(PLACES)('what was typed and chosen at $name', ({ path, ready, typed, ...place }) => {
  it('stays through every fault and after it', async () => {
    const faults = createFaultSwitch()
    const page = faultPage(await renderApp('/git-errors', { faults }), faults)
    await page.open({ name: path, path, question: /./, data: ready, unsaid: /^$/ })
    fillIn(typed)
    await act(() => vi.dynamicImportSettled())
    // A list is narrowed a moment after the last key.
    await act(() => new Promise((resolve) => setTimeout(resolve, NARROWED_AFTER_MS)))
    await page.settled()
    const before = entered()
    const isEntered = before.some(({ value }) => value === true || value === typed)
    expect(isEntered).toBe(true)
    for (const [name, breakIt] of FAULTS) {
      if (!('isForAll' in place) && !SOME.has(name)) continue
      breakIt(faults)
      await page.readAnew()
      expect.soft(entered(), name).toEqual(before)
      faults.mend()
      await page.readAnew()
      expect.soft(entered(), `after ${name}`).toEqual(before)
    }
  }, 120_000)
})
