import { expect } from '@playwright/test'
import { bitbucketAt } from './bitbucket-at.ts'
import { test } from './world.ts'

test('the user’s choice is saved, read back, changed and cleared', async ({
  signedInPage: page,
  bitbucket,
}) => {
  const writes: string[] = []
  page.on('request', (request) => {
    if (request.url().endsWith('/preferred-mirror') && request.method() !== 'GET')
      writes.push(request.method())
  })
  await page.goto('/preferred-mirror')
  await expect(page.getByText('You have no preferred mirror.')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Clear preference' })).toBeDisabled()
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByRole('alert')).toHaveText('Choose a mirror first.')
  expect(writes).toEqual([])

  const group = page.getByRole('radiogroup', { name: 'Preferred mirror' })
  await group.getByRole('radio', { name: 'Dublin' }).check()
  await page.getByRole('button', { name: 'Save' }).dblclick()
  await expect(
    page.getByRole('status').filter({ hasText: 'Dublin is now your preferred mirror' }),
  ).toBeVisible()
  await expect(page.getByRole('link', { name: 'Dublin' })).toBeVisible()
  expect((await bitbucket.preferredMirror())?.name).toBe('Dublin')
  expect(writes).toEqual(['POST'])

  // Enter is held down, also when the answer is there.
  await page.getByRole('button', { name: 'Save' }).focus()
  const answered = page.waitForResponse((answer) => answer.request().method() === 'POST')
  await page.keyboard.down('Enter')
  await answered
  await expect(page.getByRole('button', { name: 'Save' })).toBeEnabled()
  for (let repeat = 0; repeat < 5; repeat += 1) await page.keyboard.down('Enter')
  await page.keyboard.up('Enter')
  await expect(page.getByRole('button', { name: 'Save' })).toBeEnabled()
  expect(writes).toEqual(['POST', 'POST'])

  await page.getByRole('link', { name: 'Mirrors', exact: true }).click()
  await expect(page.getByRole('row', { name: /Dublin/ })).toContainText('Your preferred mirror')
  await page.goto('/repositories/11')
  await expect(page.getByRole('heading', { level: 3 }).first()).toHaveText('Dublin')
  await page.goto('/preferred-mirror')
  await expect(group.getByRole('radio', { name: 'Dublin' })).toBeChecked()

  await page.getByRole('button', { name: 'Clear preference' }).click()
  await expect(page.getByRole('status').filter({ hasText: 'You have no preferred mirror' })).toBeVisible()
  expect(await bitbucket.preferredMirror()).toBeNull()
  await expect(group.getByRole('radio', { checked: true })).toHaveCount(0)
  expect(writes).toEqual(['POST', 'POST', 'DELETE'])
})

test('a chosen mirror that is gone stays visible as gone, and one that is removed meanwhile is not saved', async ({
  page,
  signInAs,
  world,
  bitbucket,
}) => {
  const mirrors = await bitbucket.mirrors()
  const idOf = (wanted: string) => mirrors.find(({ name }) => name === wanted)?.id ?? ''
  await signInAs('jcitizen')
  await page.goto('/preferred-mirror')
  await expect(page.getByRole('radio', { name: 'Dublin' })).toBeChecked()
  await bitbucket.call('removeMirror', { parameters: { mirrorId: idOf('Dublin') } })
  await page.reload()
  await expect(page.getByRole('main')).toContainText('“Dublin” no longer exists')
  await expect(page.getByRole('main')).toContainText(idOf('Dublin'))

  await page.getByRole('radio', { name: 'Virginia' }).check()
  await bitbucket.call('removeMirror', { parameters: { mirrorId: idOf('Virginia') } })
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByRole('alert')).toContainText('This mirror no longer exists')

  await page.getByRole('radio', { name: 'Mumbai' }).check()
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(
    page.getByRole('status').filter({ hasText: 'Mumbai is now your preferred mirror' }),
  ).toBeVisible()
  expect((await bitbucketAt(world.bitbucketUrl, 'jcitizen').preferredMirror())?.name).toBe('Mumbai')
  await expect(page.getByText('no longer exists')).toHaveCount(0)
})
