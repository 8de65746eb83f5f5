import { expect, type Locator, type Page } from '@playwright/test'
import { expectAccessible } from './accessibility.ts'
import { signIn } from './sign-in.ts'
import { test } from './world.ts'

test.describe('with broken mirrors', () => {
  test.use({ seed: 'broken' })

  test('the overview shows pending requests and problems, and each links to its page', async ({
    signedInPage: page,
    bitbucket,
  }) => {
    await page.goto('/')
    const pending = await bitbucket.requestsIn('PENDING')
    const waiting = page.getByRole('link', { name: `${pending.length} wait for a decision` })
    await expect(waiting).toBeVisible()
    const incidents = page.getByRole('region', { name: 'Incidents' })
    const [mirrors, wrong] = [await bitbucket.mirrors(), 12]
    await expect(
      page.getByText(
        `${wrong} of ${mirrors.length} mirrors need attention, 3 are not known; ${pending.length} requests wait.`,
      ),
    ).toBeVisible()
    // The navigation counts the same, without a name of its own for it.
    const navigation = page.getByRole('navigation', { name: 'Main' })
    for (const [name, words] of [
      ['Requests', `${pending.length} requests pending`],
      ['Mirrors', `${wrong} mirrors need attention`],
    ] as const) {
      await expect(navigation.getByRole('link', { name, exact: true })).toHaveAccessibleDescription(words)
    }
    await expect(incidents.getByRole('listitem').filter({ hasText: 'Not a mirror’s answer' })).toContainText(
      '3 mirrors',
    )
    await expectAccessible(page)

    await page
      .getByRole('region', { name: 'Fleet health' })
      .getByRole('link', { name: '1 not reachable' })
      .click()
    await expect(page.getByRole('rowheader')).toHaveText(['Dead'])
    await page.goBack()
    await incidents.getByRole('link', { name: 'Dead' }).click()
    await expect(page.getByRole('heading', { level: 1, name: 'Dead' })).toBeVisible()
    await page.goBack()
    await page.getByRole('link', { name: pending[0]?.mirrorName ?? '', exact: true }).click()
    await expect(page.getByRole('heading', { level: 1, name: pending[0]?.mirrorName ?? '' })).toBeVisible()
    await page.goBack()
    await waiting.click()
    await expect(page.getByRole('heading', { level: 1, name: 'Mirroring requests' })).toBeVisible()
  })

  test('what a mirror fails to update is an incident with how many repositories and since when', async ({
    signedInPage: page,
  }) => {
    await page.goto('/mirrors/error-available?tab=repositories')
    await expect(page.getByText(/^25 of 25 questions asked/)).toBeVisible()
    await page.getByRole('link', { name: 'Overview', exact: true }).click()
    const incident = page
      .getByRole('region', { name: 'Incidents' })
      .getByRole('listitem')
      .filter({ hasText: 'Repositories fail to update' })
    await expect(incident).toContainText(/1 mirror, 25 repositories in \d+ projects/)
    await incident.getByRole('button', { name: /^Show each mirror/ }).click()
    await expect(incident.getByRole('listitem')).toContainText(/found .*, 25 of 25 repositories asked about/)
  })

  test('fits a phone and is accessible there in both schemes', async ({ signedInPage: page }) => {
    await page.setViewportSize({ width: 390, height: 844 })
    await page.goto('/')
    // What is wrong is on the first screen.
    const incidents = page.getByRole('region', { name: 'Incidents' })
    await expect(incidents.getByRole('button', { name: 'Check again: Not reachable' })).toBeInViewport({
      ratio: 1,
    })
    await expect(incidents.getByRole('link', { name: 'Dead' })).toBeInViewport({ ratio: 1 })
    await expect(page.getByRole('region', { name: 'Since your last visit' })).toBeVisible()
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    )
    expect(overflow).toBeLessThanOrEqual(0)
    await expectAccessible(page)
  })
})

/** What is asked at night, and where its answer stands. */
const QUESTIONS: readonly (readonly [question: string, at: string, answer: (page: Page) => Locator])[] = [
  ['Is it over?', 'top', (page) => page.getByText(/^\d+ of \d+ mirrors need attention/)],
  ['What is wrong now?', 'top', (page) => firstIncident(page)],
  ['Since when?', 'top', (page) => firstIncident(page).getByText(/^(?:since|found) /)],
  ['Whom does it hit?', 'top', (page) => firstIncident(page).getByRole('link').first()],
  ['What next?', 'top', (page) => firstIncident(page).getByRole('button').last()],
  ['Who waits?', 'In short', (page) => tile(page, 'Who waits')],
  ['Which mirror lags most?', 'In short', (page) => tile(page, 'Farthest behind')],
  ['Which version is oldest?', 'In short', (page) => tile(page, 'Oldest version')],
  ['Which certificate ends first?', 'In short', (page) => tile(page, 'First certificate to end')],
  ['What changed tonight?', 'In short', (page) => tile(page, 'What changed')],
]
const firstIncident = (page: Page) =>
  page.getByRole('region', { name: 'Incidents' }).getByRole('listitem').first()
const tile = (page: Page, question: string) =>
  page.getByRole('list', { name: 'In short' }).getByRole('listitem').filter({ hasText: question })

for (const seed of ['broken', 'crowded'] as const) {
  test.describe(`with the mirrors of ${seed}`, () => {
    test.use({ seed, isWatched: true })

    test('each of ten questions is answered on the first screen or one click away, at three widths', async ({
      signedInPage: page,
    }) => {
      for (const [width, height] of [
        [1440, 900],
        [1024, 768],
        [390, 844],
      ] as const) {
        await page.setViewportSize({ width, height })
        await page.goto('/')
        for (const [question, at, answer] of QUESTIONS) {
          if (at !== 'top') await page.getByRole('link', { name: at, exact: true }).click()
          await expect(answer(page), `${question} at ${width} px`).toBeInViewport({ ratio: 1 })
        }
      }
    })
  })
}

test('changes since the last visit are shown at the next one', async ({ signedInPage: page, bitbucket }) => {
  await page.goto('/')
  const changes = page.getByRole('region', { name: 'Since your last visit' })
  await expect(changes).toContainText('first visit in this browser')
  // A visit is what was seen: the list and the answers of the mirrors.
  await expect(page.getByText('4 healthy', { exact: true })).toBeVisible()
  const [mirror] = await bitbucket.mirrors()
  await bitbucket.call('removeMirror', { parameters: { mirrorId: mirror?.id ?? '' } })
  // A visit ends with half an hour away: all that was noted becomes 31 minutes older.
  await page.evaluate(() => {
    for (const key of Object.keys(localStorage)) {
      if (!key.startsWith('mirror-console-last-visit ')) continue
      const visit = JSON.parse(localStorage.getItem(key) ?? '{}')
      const at = visit.at - 1_860_000
      localStorage.setItem(key, JSON.stringify({ ...visit, at, presentAt: at }))
    }
  })
  await page.reload()
  await expect(changes).toContainText(`${mirror?.name ?? ''}: gone`)
  await expect(page.getByText('3 healthy', { exact: true })).toBeVisible()
})

test('an ordinary user gets the overview without what is not for them', async ({ page, world }) => {
  await signIn(page, world.url, 'jcitizen')
  await page.goto('/')
  await expect(page.getByText('All 4 mirrors are healthy.')).toBeVisible()
  await expect(page.getByText('4 healthy', { exact: true })).toBeVisible()
  await expect(page.getByText('Who waits')).toHaveCount(0)
})

test.describe('with a hundred mirrors', () => {
  test.use({ seed: 'crowded' })

  test('the first facts take one request each, also what a hundred mirrors answer', async ({
    signedInPage: page,
  }) => {
    const asked: string[] = []
    page.on('request', (request) => {
      const { pathname } = new URL(request.url())
      if (pathname.startsWith('/rest/') || pathname.startsWith('/-/')) asked.push(pathname)
    })
    await page.goto('/')
    await expect(page.getByRole('region', { name: 'Fleet health' })).toContainText('89 healthy')
    await expect(page.getByRole('region', { name: 'Fleet health' })).toContainText(
      '4 not seen recently, but answers',
    )
    await expect(page.getByRole('link', { name: 'at least 60 wait for a decision' })).toBeVisible()
    expect(new Set(asked).size).toBe(asked.length)
    expect(asked).toHaveLength(5)
    // All of them on one screen.
    await page.setViewportSize({ width: 1440, height: 900 })
    const picture = page.getByRole('list', { name: /^Mirrors, the worst first/ })
    await expect(picture.getByRole('listitem')).toHaveCount(100)
    await picture.scrollIntoViewIfNeeded()
    expect((await picture.boundingBox())?.height).toBeLessThanOrEqual(780)
    expect(asked.filter((path) => path.startsWith('/-/'))).toEqual(['/-/fleet'])
  })
})
