import { expect } from '@playwright/test'
import * as v from 'valibot'
import { applicationProperties } from '#contract/upstream-facts.ts'
import { expectAccessible } from './accessibility.ts'
import { signIn } from './sign-in.ts'
import { test } from './world.ts'

/** The support entitlement number of the small Bitbucket. */
const NUMBER = 'SEN-500'

test('the upstream page shows its address, version, clock and settings, as Bitbucket has them', async ({
  signedInPage: page,
  bitbucket,
  world,
}) => {
  const answer = await bitbucket.call('getApplicationProperties', {})
  const { version, buildNumber } = v.parse(applicationProperties, JSON.parse(answer.text))
  await page.goto('/upstream')
  const main = page.getByRole('main')
  await expect(main).toContainText(version)
  await expect(main).toContainText(buildNumber ?? 'no build number')
  await expect(main.getByRole('link', { name: world.bitbucketUrl })).toBeVisible()
  await expect(main).toContainText("No difference to this browser's clock")
  await expect(main).toContainText(/\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2} UTC/)
  await expectAccessible(page)
})

test('the support entitlement number is not on the page until the user asks for it', async ({
  signedInPage: page,
}) => {
  await page.goto('/upstream')
  const show = page.getByRole('button', { name: 'Show support entitlement number' })
  await expect(show).toBeVisible()
  expect(await page.content()).not.toContain(NUMBER)
  await show.focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('main')).toContainText(NUMBER)
  await page.getByRole('button', { name: 'Hide support entitlement number' }).click()
  expect(await page.content()).not.toContain(NUMBER)
})

test('a user with fewer permissions sees that in place, on a phone too', async ({ page, world }) => {
  await signIn(page, world.url, 'guest')
  await page.setViewportSize({ width: 390, height: 844 })
  await page.goto('/upstream')
  await expect(page.getByRole('alert')).toContainText('not permitted to see Bitbucket')
  await expect(page.getByRole('main')).toContainText('8.16.2')
  await expectAccessible(page)
})
