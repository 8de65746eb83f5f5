/**
 * Removes any service worker that an earlier demo left on this origin. Such a worker would go on answering with
 * simulated data, and neither a document policy nor a 404 evicts it. When one controls this page, the page is loaded
 * again without it; `true` means that this is under way and nothing must be asked before.
 */
export const evictServiceWorkers = async (): Promise<boolean> => {
  // Absent on plain http outside localhost, and in some private windows.
  if (!('serviceWorker' in navigator)) return false
  const isControlled = navigator.serviceWorker.controller !== null
  const removal = navigator.serviceWorker
    .getRegistrations()
    .then((registrations) => Promise.all(registrations.map((registration) => registration.unregister())))
    .catch(() => [])
  if (!isControlled) return false
  await removal
  globalThis.location.reload()
  return true
}
