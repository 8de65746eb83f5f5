import { UNSAFE_createHashHistory as createHashHistory } from 'react-router'
import { BASE_META } from '#contract/session.ts'
import { fillBanner } from './fill-banner.ts'
import { followSkipLink } from './follow-skip-link.ts'
import { createMadeUpBitbucket } from './made-up-bitbucket.ts'
import { seedOfAddress } from './seed-of-address.ts'
import { startWorker } from './start-worker.ts'

const CANNOT_START =
  'The demonstration could not be started: it needs HTTPS (or localhost) and a browser that allows service workers, also in private windows.'

/** Lets the console ask below its own folder, never at an address of the host that is not its own. */
const nameBase = (home: URL): void => {
  const meta = document.createElement('meta')
  meta.name = BASE_META
  meta.content = home.pathname.slice(0, -1)
  document.head.append(meta)
}

const start = async (): Promise<void> => {
  const seed = seedOfAddress(location.href)
  const home = new URL('./', document.baseURI)
  const banner = document.getElementById('demonstration')
  if (banner !== null) fillBanner(banner, seed)
  await startWorker(home, createMadeUpBitbucket(seed))
  nameBase(home)
  followSkipLink(document)
  // What another tab says is said of another world.
  Reflect.deleteProperty(globalThis, 'BroadcastChannel')
  const { startApp } = await import('#app/start/start-app.tsx')
  // No static host has to answer for an address that is no file: what names a page stands behind the hash.
  await startApp(createHashHistory(), '/')
}

start().catch((error: unknown) => {
  const words = document.getElementById('starting')
  if (words !== null) {
    words.setAttribute('role', 'alert')
    words.textContent = CANNOT_START
  }
  reportError(error)
})
