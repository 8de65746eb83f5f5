import { beforeEach, describe, expect, it, vi } from 'vitest'
import { longTexts } from '#app/browser/long-texts.ts'
import { forgetPerson } from '#app/browser/personal-store.ts'
import { probeAnswer } from '#app/domain/availability/testing/probe-results.ts'
import { createCoverageKeeper } from './coverage-keeper.ts'
import { coverageRunSample } from './testing/coverage-run-sample.ts'

const KEY = 'mirror-console-coverage jane http://bitbucket'
const questions = { projectIds: ['1', '2'], repositoryIds: [], mirrorIds: ['a', 'b'] }
const limits = { budget: 100, depth: 'every' } as const

/** A tab of the console. */
const openTab = (answer = () => Promise.resolve(probeAnswer)) => {
  const sample = coverageRunSample(answer)
  const keeper = createCoverageKeeper(sample.run, longTexts('coverage '))
  return { ...sample, keeper }
}
const signedIn = (tab: ReturnType<typeof openTab>, name = 'jane') => {
  tab.keeper.belongTo(name, `${name} http://bitbucket`)
  return tab
}
const refuse = () => {
  throw new DOMException('Refused', 'SecurityError')
}

beforeEach(() => {
  forgetPerson()
  localStorage.clear()
})

describe('what a browser keeps of coverage', () => {
  it('is there after a reload, so that nothing is asked twice', async () => {
    await signedIn(openTab()).run.start(questions, limits)
    const { run, asked, read } = signedIn(openTab())
    expect(run.answers.at('of 1', 'b')?.state).toBe('served')
    await run.start(questions, limits)
    expect([asked, read]).toEqual([[], []])
  })

  it('goes on where a reload came in between, within the same budget', async () => {
    const before = signedIn(openTab(() => new Promise(() => undefined)))
    before.run.samples.note('1', { kind: 'repository', id: 'of 1' }, Date.now())
    void before.run.start(questions, { ...limits, budget: 3 })
    dispatchEvent(new Event('pagehide'))
    const { run, asked } = signedIn(openTab())
    expect(run.snapshot()).toMatchObject({ phase: { kind: 'paused', reason: 'reload' }, budget: 3 })
    expect(asked).toEqual([])
    await run.resume(questions)
    expect(run.snapshot()).toMatchObject({ phase: { kind: 'budget-spent' }, asked: 3 })
  })

  it('is nothing to another person, and is forgotten when one comes', async () => {
    await signedIn(openTab()).run.start(questions, limits)
    expect(localStorage.getItem(KEY)).not.toBeNull()
    const { run } = signedIn(openTab(), 'joe')
    expect(run.answers.hasAny()).toBe(false)
    expect(localStorage.getItem(KEY)).toBeNull()
  })

  it('is forgotten in memory at sign-out, and the page that goes keeps nothing any more', async () => {
    const { run, keeper } = signedIn(openTab())
    await run.start(questions, limits)
    forgetPerson()
    longTexts('coverage ').keepOnly(null)
    dispatchEvent(new Event('pagehide'))
    expect([run.answers.hasAny(), localStorage.length]).toEqual([false, 0])
    keeper.belongTo('joe', 'joe http://bitbucket')
    expect(run.answers.hasAny()).toBe(false)
  })

  it('is forgotten when the person says so', async () => {
    const { run, keeper } = signedIn(openTab())
    await run.start(questions, limits)
    keeper.forget()
    expect([run.answers.hasAny(), localStorage.length]).toEqual([false, 0])
  })

  it('is nothing where Bitbucket does not name people, who could not be told apart', async () => {
    const { run, keeper } = openTab()
    keeper.belongTo('someone', null)
    await run.start(questions, limits)
    expect([keeper.kept.get(), localStorage.length]).toEqual(['unnamed', 0])
  })

  it('is what two tabs learnt together', async () => {
    const one = signedIn(openTab())
    const other = signedIn(openTab())
    await one.run.start({ ...questions, projectIds: ['1'] }, limits)
    await other.run.start({ ...questions, projectIds: ['2'] }, limits)
    const { run } = signedIn(openTab())
    expect([run.answers.at('of 1', 'a')?.state, run.answers.at('of 2', 'a')?.state]).toEqual([
      'served',
      'served',
    ])
  })

  it('is nothing where its text is broken, and asking works', async () => {
    localStorage.setItem(KEY, '{"version":1')
    const { run } = signedIn(openTab())
    expect(run.answers.hasAny()).toBe(false)
    await run.start(questions, limits)
    expect(signedIn(openTab()).run.answers.hasAny()).toBe(true)
  })

  it.each([
    ['is missing', () => vi.stubGlobal('localStorage', undefined)],
    [
      'is refused',
      () => vi.stubGlobal('localStorage', { getItem: refuse, setItem: refuse, removeItem: refuse }),
    ],
    ['is full', () => vi.stubGlobal('localStorage', { getItem: () => null, setItem: refuse })],
  ])(
    'is nothing where the storage %s, which is said, and the tab knows it all the same',
    async (_how, block) => {
      block()
      const { run, keeper } = signedIn(openTab())
      await run.start(questions, limits)
      expect(keeper.kept.get()).toBe('refused')
      expect(run.answers.at('of 2', 'b')?.state).toBe('served')
    },
  )
})
