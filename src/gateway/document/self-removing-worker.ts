/**
 * A service worker that removes itself. Another app that used this host and port may have left one, which can answer
 * every request with its own pages, old or hostile: then no script of the console ever runs. A browser reads the
 * worker's script again at a navigation, past the worker, and gets this one. A 404 would leave the old one in place.
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
