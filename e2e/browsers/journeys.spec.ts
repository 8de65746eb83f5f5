import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from '@playwright/test'
import { colourAt } from './colour-at.ts'
import { personAt } from './person-at.ts'
import { test } from './test.ts'
import { the } from './the.ts'

const title = (name: string) => the('heading', name)
const field = (name: string) => the('textbox', name)
const status = (text: string) => the('status', undefined, { text })

/** Where what is always on the page stands, from side to side. */
const sides = (): readonly (readonly [number, number])[] =>
  ['header', 'main', 'h1'].map((place) => {
    const box = document.querySelector(place)?.getBoundingClientRect()
    return [box?.left ?? 0, box?.right ?? 0]
  })

/** A point of the frame around the first cell of the first row, and the colour that it is meant to have. */
const cornerOfFirstCell = () => {
  const row = document.querySelector('[role="treegrid"] [role="row"][aria-rowindex="2"]')
  const link = row?.querySelector('a')
  if (!row || !link) throw new Error('The grid has no row.')
  const { right, top } = row.getBoundingClientRect()
  return { point: { x: right + 1, y: top + 1 }, colour: getComputedStyle(link).color }
}

test('a repository is found, its mirror read, and the address to clone from copied and pasted', async ({
  person,
  world,
}) => {
  await person.opens(`${world.url}/repositories`)
  await person.clicks(the('button', /^Sign in as jcitizen/))
  await person.sees(the('rowheader', 'card-gateway'))
  await person.fills(the('searchbox', 'Search'), 'ledger')
  await person.misses(the('rowheader', 'card-gateway'))
  await person.clicks(the('link', 'ledger'))
  await person.sees(title('ledger'))
  const dublin = the('listitem', undefined, {
    text: /^Dublin.*Available/,
    inside: the('list', 'Availability'),
  })
  await person.sees(dublin)
  await person.clicks(the('button', 'Copy http clone address of Dublin'))
  await person.sees(status('Copied http clone address of Dublin'))

  await person.clicks(the('link', 'Repositories'))
  await person.sees(the('rowheader', 'card-gateway'))
  await person.presses('/')
  await person.presses('v', 'Control')
  await person.misses(the('rowheader', 'card-gateway'))
  await person.seesThat(the('searchbox', 'Search'), { text: 'PAY/ledger' })
  await person.presses('Enter')
  await person.sees(title('ledger'))
})

test('requests are accepted and rejected, a mirror removed and one preferred, and Bitbucket agrees', async ({
  person,
  tab,
  world,
  bitbucket,
}) => {
  await person.opens(`${world.url}/requests`)
  await person.clicks(the('button', /^Sign in as admin/))
  await test.step('accept, by the pointer', async () => {
    await person.sees(the('button', 'Accept Sydney'))
    const before = await tab.evaluate(sides, null)
    await person.clicks(the('button', 'Accept Sydney'))
    const dialog = the('dialog', 'Accept Sydney?')
    await person.seesThat(the('button', 'Accept mirror', { inside: dialog }), { isDisabled: true })
    expect(await tab.evaluate(sides, null), 'nothing moves behind a dialog').toEqual(before)
    await person.clicks(the('checkbox', /^I expected this mirror/, { inside: dialog }))
    await person.clicks(the('button', 'Accept mirror', { inside: dialog }))
    await person.sees(status('Sydney was accepted'))
    await person.misses(the('dialog'))
    expect((await bitbucket.mirrors()).map(({ name }) => name)).toContain('Sydney')
  })
  await test.step('reject, by the keyboard', async () => {
    await person.tabsTo(the('button', 'Reject Toronto'))
    await person.presses('Enter')
    const dialog = the('dialog', 'Reject Toronto?')
    await person.sees(dialog)
    await person.presses('Escape')
    await person.misses(dialog)
    await person.seesThat(the('button', 'Reject Toronto'), { hasFocus: true })
    await person.presses('Enter')
    await person.tabsTo(the('button', 'Reject request', { inside: dialog }))
    await person.presses('Enter')
    await person.sees(status('Toronto was rejected'))
    const rejected = await bitbucket.requestsIn('REJECTED')
    expect(rejected.map(({ mirrorName }) => mirrorName)).toContain('Toronto')
  })
  await test.step('prefer a mirror', async () => {
    await person.clicks(the('link', 'Preferred mirror'))
    await person.clicks(the('radio', /^Dublin/))
    await person.clicks(the('button', 'Save'))
    await person.sees(status('Dublin is now your preferred mirror'))
    expect((await bitbucket.preferredMirror())?.name).toBe('Dublin')
  })
  await test.step('remove a mirror', async () => {
    await person.clicks(the('link', 'Mirrors'))
    await person.clicks(the('link', 'Virginia'))
    await person.clicks(the('link', 'Danger zone'))
    await person.clicks(the('button', 'Remove this mirror server'))
    const dialog = the('dialog', 'Remove Virginia?')
    // Until it is known, the dialog grows, and what is below moves.
    await person.sees(the('dialog', undefined, { text: 'All 5 projects were checked' }))
    await person.fills(the('textbox', undefined, { inside: dialog }), 'Virginia')
    await person.clicks(the('button', 'Remove mirror', { inside: dialog }))
    await person.misses(dialog)
    expect((await bitbucket.mirrors()).map(({ name }) => name)).not.toContain('Virginia')
  })
})

test('coverage is asked, shows where the keyboard is, and is saved as a file', async ({
  person,
  tab,
  drivenBrowser,
  world,
}) => {
  await person.opens(`${world.url}/coverage`)
  await person.clicks(the('button', /^Sign in as admin/))
  const grid = the('treegrid', 'Coverage')
  await person.sees(the('row', undefined, { text: 'Not known yet', inside: grid }))
  await person.clicks(the('button', 'Ask mirrors'))
  await person.sees(the('row', undefined, { text: /Payments.*4 mirrors/, inside: grid }))
  await person.sees(the('row', undefined, { text: /Mobile.*3 mirrors/, inside: grid }))
  await person.tabsTo(grid)
  await person.presses('ArrowRight')
  await person.sees(the('gridcell', /: Available$/, { inside: grid }))
  const frame = await tab.evaluate(cornerOfFirstCell, null)
  await expect
    .poll(async () =>
      tab.evaluate(colourAt, { picture: (await tab.picture()).toString('base64'), ...frame.point }),
    )
    .toBe(frame.colour)
  await person.presses('Enter')
  await person.sees(the('row', undefined, { text: 'ledger', inside: grid }))

  await person.clicks(the('button', 'Export CSV'))
  const files = () => readdirSync(drivenBrowser.downloads).filter((name) => name.endsWith('.csv'))
  await expect
    .poll(() => files().map((name) => readFileSync(join(drivenBrowser.downloads, name), 'utf8')))
    .toEqual([expect.stringContaining('Payments')])
  expect(files()[0]).toMatch(/^coverage-\d{4}-\d\d-\d\d\.csv$/)
})

test('the keyboard alone signs in, finds a page, searches, reads its own map and signs out', async ({
  person,
  world,
}) => {
  await person.opens(world.url)
  await person.sees(title('Sign in'))
  await person.tabsTo(the('radio', 'Access token'))
  await person.presses('ArrowRight')
  await person.tabsTo(field('Username'))
  await person.types('admin')
  await person.presses('Tab')
  await person.types('admin')
  await person.presses('Enter')
  await person.sees(title('Overview'))

  await person.presses('?', 'Shift')
  await person.sees(the('dialog', 'Keyboard map'))
  await person.presses('Escape')
  await person.misses(the('dialog'))
  await person.presses('k', 'Control')
  await person.sees(the('dialog'))
  await person.types('repositories')
  await person.presses('Enter')
  await person.sees(title('Repositories'))
  await person.presses('/')
  await person.types('ledger')
  await person.sees(the('rowheader', 'ledger'))
  await person.misses(the('rowheader', 'card-gateway'))
  await person.presses('Enter')
  await person.seesThat(title('ledger'), { hasFocus: true })
  await person.tabsTo(the('button', 'Sign out'), 'Shift')
  await person.presses('Enter')
  await person.sees(title('Sign in'))
})

test.describe('with a watch', () => {
  test.use({ roundMs: 1000 })

  test('a change at Bitbucket is on every tab, over one stream that they share', async ({
    person,
    tab,
    profile,
    world,
    bitbucket,
  }) => {
    await person.opens(`${world.url}/mirrors`)
    await person.clicks(the('button', /^Sign in as admin/))
    await person.sees(the('rowheader', 'Virginia'))
    const second = personAt(await profile.newTab())
    await second.opens(`${world.url}/mirrors`)
    await second.sees(the('rowheader', 'Virginia'))
    // One tab holds the stream, the other one waits for its place.
    const waiting = () => tab.evaluate(async () => (await navigator.locks.query()).pending?.length, null)
    await expect.poll(waiting).toBe(1)
    const virginia = (await bitbucket.mirrors()).find(({ name }) => name === 'Virginia')
    await bitbucket.call('removeMirror', { parameters: { mirrorId: virginia?.id ?? '' } })
    for (const each of [person, second]) await each.misses(the('rowheader', 'Virginia'))
    expect(await second.complaints()).toEqual([])
  })
})
