import { expect } from '@playwright/test'
import { signIn } from './sign-in.ts'
import { test } from './world.ts'

test('an administrator accepts a mirror, and Bitbucket agrees', async ({ signedInPage: page, bitbucket }) => {
  await page.goto('/requests')
  await page.getByRole('button', { name: 'Accept Sydney' }).click()
  const dialog = page.getByRole('dialog', { name: 'Accept Sydney?' })
  await expect(dialog.getByRole('button', { name: 'Accept mirror' })).toBeDisabled()
  await expect(page.getByRole('banner')).toHaveCount(1)
  await dialog.getByRole('checkbox', { name: 'I expected this mirror' }).check()
  await dialog.getByRole('button', { name: 'Accept mirror' }).click()

  await expect(page.getByRole('status').filter({ hasText: 'Sydney was accepted' })).toBeVisible()
  await expect(dialog).toBeHidden()
  await expect(page.getByRole('button', { name: 'Accept Sydney' })).toBeHidden()
  expect((await bitbucket.requestsIn('ACCEPTED')).map(({ mirrorName }) => mirrorName)).toContain('Sydney')
  expect((await bitbucket.mirrors()).map(({ name }) => name)).toContain('Sydney')

  await page.getByRole('link', { name: 'Mirrors', exact: true }).click()
  await expect(page.getByRole('row', { name: /Sydney/ })).toBeVisible()
})

test('an administrator rejects a mirror, with the keyboard alone', async ({
  signedInPage: page,
  bitbucket,
}) => {
  await page.goto('/requests')
  const reject = page.getByRole('button', { name: 'Reject Toronto' })
  await expect(reject).toBeVisible()
  await reject.focus()
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Reject Toronto?' })
  await expect(dialog).toBeVisible()
  for (let presses = 0; presses < 12; presses += 1) {
    if (
      await dialog
        .getByRole('button', { name: 'Reject request' })
        .evaluate((it) => it === document.activeElement)
    )
      break
    await page.keyboard.press('Tab')
  }
  await page.keyboard.press('Enter')
  await expect(page.getByRole('status').filter({ hasText: 'Toronto was rejected' })).toBeVisible()
  expect((await bitbucket.requestsIn('REJECTED')).map(({ mirrorName }) => mirrorName)).toContain('Toronto')
})

test('a request that another user accepted meanwhile is reported as such', async ({
  signedInPage: page,
  bitbucket,
}) => {
  await page.goto('/requests')
  await page.getByRole('button', { name: 'Accept Sydney' }).click()
  const dialog = page.getByRole('dialog', { name: 'Accept Sydney?' })
  await bitbucket.call('acceptRequest', { parameters: { mirroringRequestId: '6' } })
  await dialog.getByRole('checkbox').check()
  await dialog.getByRole('button', { name: 'Accept mirror' }).click()
  await expect(dialog.getByText(/already accepted/i)).toBeVisible()
})

test('a double click decides once', async ({ signedInPage: page, bitbucket }) => {
  const writes: string[] = []
  page.on('request', (request) => {
    if (request.method() === 'POST') writes.push(new URL(request.url()).pathname)
  })
  await page.goto('/requests')
  await page.getByRole('button', { name: 'Accept Sydney' }).click()
  const dialog = page.getByRole('dialog', { name: 'Accept Sydney?' })
  await dialog.getByRole('checkbox').check()
  await dialog.getByRole('button', { name: 'Accept mirror' }).dblclick()
  await expect(page.getByRole('status').filter({ hasText: 'Sydney was accepted' })).toBeVisible()
  expect(writes).toEqual(['/rest/mirroring/latest/requests/6/accept'])
  expect((await bitbucket.mirrors()).filter(({ name }) => name === 'Sydney')).toHaveLength(1)
})

test('offline, nothing is sent and nothing is queued', async ({ signedInPage: page, context, bitbucket }) => {
  await page.goto('/requests')
  await page.getByRole('button', { name: 'Accept Sydney' }).click()
  const dialog = page.getByRole('dialog', { name: 'Accept Sydney?' })
  await dialog.getByRole('checkbox').check()
  await context.setOffline(true)
  await dialog.getByRole('button', { name: 'Accept mirror' }).click()
  await expect(dialog.getByRole('alert')).toContainText('cannot reach its server')
  const writes: string[] = []
  page.on('request', (request) => {
    if (request.method() !== 'GET') writes.push(request.url())
  })
  await context.setOffline(false)
  await page.getByRole('button', { name: 'Refresh' }).dispatchEvent('click')
  await expect.poll(async () => (await bitbucket.requestsIn('PENDING')).length).toBe(3)
  expect(writes).toEqual([])
})

test('an ordinary user sees that requests are for administrators', async ({ page, world }) => {
  await signIn(page, world.url, 'jcitizen')
  await page.goto('/requests')
  await expect(page.getByText('You are not permitted to see mirroring requests')).toBeVisible()
  await expect(page.getByRole('navigation', { name: 'Main' })).toBeVisible()
})

test.describe('with failing answers of Bitbucket', () => {
  test.use({ seed: 'broken' })

  test('a lost answer shows the true result, and one write was sent', async ({
    signedInPage: page,
    bitbucket,
  }) => {
    const writes: string[] = []
    page.on('request', (request) => {
      if (request.method() === 'POST') writes.push(new URL(request.url()).pathname)
    })
    await page.goto('/requests')
    const lost = (await bitbucket.requestsIn('PENDING')).find(({ mirrorId }) => mirrorId === 'answer-lost')
    const name = lost?.mirrorName ?? ''
    await page.getByRole('button', { name: `Accept ${name}`, exact: true }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('checkbox').check()
    await dialog.getByRole('button', { name: 'Accept mirror' }).click()
    await expect(dialog.getByText('This request is accepted now')).toBeVisible()
    expect(writes).toEqual([`/rest/mirroring/latest/requests/${lost?.id ?? ''}/accept`])
    expect((await bitbucket.requestsIn('ACCEPTED')).map(({ mirrorId }) => mirrorId)).toContain('answer-lost')
  })
})
