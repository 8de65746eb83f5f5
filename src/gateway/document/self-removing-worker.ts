/** Where an earlier demo on this origin may have registered a service worker (the default name of MSW's). */
export const WORKER_PATH = '/mockServiceWorker.js'

/**
 * A service worker that removes itself. A worker left by a demo still answers with simulated data, and a 404 does
 * not remove it; browsers fetch its script again from time to time, and get this one.
 */
export const SELF_REMOVING_WORKER = `self.addEventListener('install', () => self.skipWaiting())
self.addEventListener('activate', (event) => {
  event.waitUntil((async () => {
    await self.clients.claim()
    await self.registration.unregister()
    for (const client of await self.clients.matchAll({ type: 'window' })) await client.navigate(client.url)
  })())
})
`
