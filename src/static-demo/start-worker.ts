import { http, passthrough } from 'msw'
import { setupWorker } from 'msw/browser'
import { WORKER_POLICY } from './document-names.ts'

/** Answers a request for a path below the console's own, with its query. */
type Answer = (request: Request, target: string) => Promise<Response>

type PolicyFactory = {
  createPolicy(
    name: string,
    rules: { createScriptURL: (address: string) => string },
  ): { createScriptURL: (address: string) => string }
}

const isPolicyFactory = (value: unknown): value is PolicyFactory =>
  typeof value === 'object' && value !== null && 'createPolicy' in value

/** The address of the worker's script, in the form that the document policy asks for where the browser knows it. */
const trusted = (address: string): string => {
  const factory: unknown = Reflect.get(globalThis, 'trustedTypes')
  if (!isPolicyFactory(factory)) return address
  return factory
    .createPolicy(WORKER_POLICY, {
      createScriptURL: (given) => {
        if (given !== address) throw new TypeError('Only the worker of the demonstration is started.')
        return given
      },
    })
    .createScriptURL(address)
}

/** Waits until a worker has this page; one that is new takes it by itself. */
const controlled = async ({ serviceWorker }: Navigator): Promise<void> => {
  if (serviceWorker.controller !== null) return
  await new Promise((resolve) => {
    serviceWorker.addEventListener('controllerchange', resolve, { once: true })
  })
}

/**
 * Lets the worker of MSW answer what this page asks below `home`: the API of Bitbucket and of the gateway. Everything
 * else goes its way.
 *
 * @param home the folder of the document, with a slash at its end.
 * @throws Error where this browser or this address has no workers.
 */
export const startWorker = async (home: URL, answer: Answer): Promise<void> => {
  if (!('serviceWorker' in navigator)) throw new Error('No service workers here')
  const { serviceWorker } = navigator
  const url = new URL('mockServiceWorker.js', home).href
  const known = await serviceWorker.getRegistration(home)
  if (known?.active && serviceWorker.controller === null) {
    // The page was loaded past its worker, which does not take it again before the next load.
    location.reload()
    await new Promise(() => undefined)
  }
  await serviceWorker.register(trusted(url))
  await controlled(navigator)
  const worker = setupWorker(
    http.all('*', ({ request }) => {
      if (!request.url.startsWith(home.href)) return passthrough()
      const target = request.url.slice(home.href.length - 1)
      return /^\/(?:rest|-)\//.test(target) ? answer(request, target) : passthrough()
    }),
  )
  await worker.start({ serviceWorker: { url }, quiet: true, onUnhandledFrame: 'bypass' })
}
