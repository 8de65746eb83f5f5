import { expect, test } from '@playwright/test'
import { bitbucketAt } from './bitbucket-at.ts'
import { freePort } from './free-port.ts'
import { startLossyProxy } from './lossy-proxy.ts'
import { signIn } from './sign-in.ts'
import { startWorld } from './start-world.ts'

const ACCEPT = /^POST \S+\/accept /

test('a write that the browser itself sends again is carried out once, and never shown as another user’s', async ({
  page,
}) => {
  const port = await freePort()
  const wire = await startLossyProxy(`http://127.0.0.1:${port}`)
  const { world, stop } = await startWorld('calm', {
    PORT: String(port),
    PUBLIC_URL: wire.url,
    SESSION_KEYS: crypto.randomUUID() + crypto.randomUUID(),
    LOG: '1',
  })
  try {
    await signIn(page, wire.url, 'admin')
    await page.goto(`${wire.url}/requests`)
    await page.getByRole('button', { name: 'Accept Sydney' }).click()
    const dialog = page.getByRole('dialog', { name: 'Accept Sydney?' })
    await dialog.getByRole('checkbox', { name: 'I expected this mirror' }).check()
    // The connection closes after the write was carried out, and before any byte of its answer.
    wire.loseAnswerTo(ACCEPT)
    await dialog.getByRole('button', { name: 'Accept mirror' }).click()
    await expect(dialog).toContainText('This request is accepted now')
    await expect(dialog).not.toContainText('someone else')
    expect(wire.sent(ACCEPT)).toHaveLength(2)
    const answered = () =>
      [...world.printed().matchAll(/\/accept","status":(\d+)/g)].map(([, status]) => status)
    await expect.poll(answered).toEqual(['200', '412'])
    const bitbucket = bitbucketAt(world.bitbucketUrl, 'admin')
    expect((await bitbucket.mirrors()).filter(({ name }) => name === 'Sydney')).toHaveLength(1)
  } finally {
    await stop()
    await wire.close()
  }
})
