import { once } from 'node:events'
import { createServer } from 'node:http'
import { expect, test } from '@playwright/test'
import { portOf } from './port-of.ts'
import { startWorld } from './start-world.ts'

/** A service worker that answers every request of its pages by itself, as a cached or a hostile app does. */
const FOREIGN_WORKER = `
  self.addEventListener('install', () => self.skipWaiting())
  self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()))
  self.addEventListener('fetch', (event) => event.respondWith(
    new Response('<h1>Another app</h1>', { headers: { 'content-type': 'text/html' } }),
  ))
`

const FOREIGN_PAGE = `<h1>Registering</h1><script>
  navigator.serviceWorker.register('/app-worker.js')
  navigator.serviceWorker.ready.then(() => { document.querySelector('h1').textContent = 'Registered' })
</script>`

test('removes the service worker that another app left at the address of the console', async ({ page }) => {
  const other = createServer(({ url }, response) => {
    const isWorker = url === '/app-worker.js'
    response.setHeader('content-type', isWorker ? 'text/javascript' : 'text/html')
    response.end(isWorker ? FOREIGN_WORKER : FOREIGN_PAGE)
  }).listen(0, '127.0.0.1')
  await once(other, 'listening')
  const port = portOf(other)
  await page.goto(`http://127.0.0.1:${port}/`)
  await expect(page.getByRole('heading', { name: 'Registered' })).toBeVisible()
  other.close()
  other.closeAllConnections()

  const { stop } = await startWorld('calm', { PORT: String(port) })
  try {
    await page.goto(`http://127.0.0.1:${port}/`)
    await expect(page.getByRole('heading', { level: 1, name: 'Sign in' })).toBeVisible()
    await expect
      .poll(() => page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length))
      .toBe(0)
  } finally {
    await stop()
  }
})
