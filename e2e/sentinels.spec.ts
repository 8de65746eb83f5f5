import { expect } from '@playwright/test'
import type { Sentinel } from '#upstream/sentinels.ts'
import { test } from './world.ts'

const ANYWHERE = {
  'answers-500': /went wrong/,
  'answers-503': /not available right now/,
  'answers-429': /Rate limited by Bitbucket/,
  'answers-html': /did not come from Bitbucket/,
  'login-redirect': /did not come from Bitbucket/,
  'not-permitted': /not permitted/,
  'broken-body': /could not be read/,
  'wrong-shape': /could not be read/,
} as const satisfies Partial<Record<Sentinel, RegExp>>

const places = [
  // 409 means something else in each place: no licence here, no such request there.
  {
    noun: 'repositories',
    noLicence: /no Data Center licence/,
    unknownId: '999999',
    link: 'Go to repositories',
  },
  {
    noun: 'mirrors',
    noLicence: /Mirroring is not available/,
    unknownId: 'NO-SUCH',
    link: 'See all mirror servers',
  },
  {
    noun: 'requests',
    noLicence: /no request with this id/,
    unknownId: '999999',
    link: 'See all mirroring requests',
  },
] as const

for (const { noun, noLicence, unknownId, link } of places) {
  test(`/${noun}/… names every failure of Bitbucket, and the frame keeps working`, async ({
    signedInPage: page,
  }) => {
    const writes: string[] = []
    page.on('request', (request) => {
      if (request.method() !== 'GET') writes.push(`${request.method()} ${request.url()}`)
    })
    for (const [sentinel, words] of Object.entries({ ...ANYWHERE, 'no-licence': noLicence })) {
      await page.goto(`/${noun}/${sentinel}`)
      await expect(page.getByRole('alert').first(), sentinel).toContainText(words)
      await expect(page.getByRole('alert'), `${sentinel} is reported once`).toHaveCount(1)
      await expect(page.getByRole('heading', { level: 1 }), sentinel).toBeVisible()
      await expect(page.getByRole('dialog'), sentinel).toHaveCount(0)
      await expect(page.getByRole('navigation', { name: 'Main' }), sentinel).toBeVisible()
    }

    expect(writes.filter((write) => !write.endsWith('/-/probe'))).toEqual([])
  })

  test(`/${noun}/… says when there is no such thing, and waits without blocking the navigation`, async ({
    signedInPage: page,
  }) => {
    for (const id of [unknownId, 'a'.repeat(129)]) {
      await page.goto(`/${noun}/${id}`)
      await expect(page.getByRole('alert').first(), id).toContainText(/There is no/)
      await expect(page.getByRole('alert'), id).toHaveCount(1)
      await page.getByRole('alert').getByRole('link', { name: link }).click()
      await expect(page).toHaveURL(new RegExp(`/${noun}$`))
    }

    // One that never answers shows the skeleton, and the user can leave the page.
    await page.goto(`/${noun}/never-answers`)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await expect(page.getByRole('alert')).toHaveCount(0)
    await page.getByRole('link', { name: 'Mirrors', exact: true }).click()
    await expect(page.getByRole('rowheader', { name: 'Dublin' })).toBeVisible()

    // A slow one shows the page to come, then itself.
    await page.goto(`/${noun}/slow-3s`)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await expect(page.getByRole('alert')).toHaveCount(0)
    await expect(page.getByRole('heading', { level: 1, name: /^(?:ledger|Dublin)$/ })).toBeVisible()
  })
}

test.describe('among more repositories than were read', () => {
  test.use({ seed: 'crowded' })

  test('a search that fails is reported beside the search field, which stays usable', async ({
    signedInPage: page,
  }) => {
    await page.goto('/repositories')
    await expect(page.getByRole('rowheader').first()).toBeVisible()
    const search = page.getByRole('searchbox', { name: 'Search' })
    for (const [sentinel, words] of [
      ['answers-500', /went wrong/],
      ['answers-html', /did not come from Bitbucket/],
      ['wrong-shape', /could not be read/],
    ] as const) {
      await search.fill(sentinel)
      await expect(page.getByRole('main'), sentinel).toContainText(words)
      await expect(search).toHaveValue(sentinel)
      // The list that was read to its end answers every search: the next one is asked of Bitbucket again.
      await page.reload()
    }
    await search.fill('never-answers')
    await expect(page).toHaveURL(/never-answers/)
    await search.fill('P1201/atlas-cli-60001')
    await expect(page.getByRole('rowheader')).toHaveText(['Atlas cli 60001'])
  })
})
