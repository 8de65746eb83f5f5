import type { ComponentType } from 'react'
import { flushSync } from 'react-dom'
import {
  createPath,
  type Location,
  matchRoutes,
  type NavigateOptions,
  type NavigationType,
  type Navigator,
  parsePath,
  type Path,
  type To,
  type UNSAFE_createBrowserHistory,
} from 'react-router'
import type { PageAddress } from '#app/api/page-needs.ts'
import { createStore, type Store } from '#app/browser/store.ts'

/** Where addresses are kept: a history of react-router's. */
export type PageHistory = ReturnType<typeof UNSAFE_createBrowserHistory>

/** A page of the table of routes, and what it takes to open it. */
export type PageRoute = {
  readonly path: string
  /** Whether it stands in the frame, which is for people who are signed in. */
  readonly isFramed: boolean
  /** Starts what the page reads, and waits for none of it. */
  readonly start: (address: PageAddress) => void
  /** Rejects with `CodeNotLoaded`. */
  readonly load: () => Promise<ComponentType>
}

/** A place of the history and what it shows: a page, or why there is none. */
export type Shown = {
  readonly location: Location
  readonly action: NavigationType
  readonly route: PageRoute
  /** Whether the frame is drawn: not before it is known that it may be. */
  readonly isFramed: boolean
  readonly content: { readonly Page: ComponentType } | { readonly error: unknown }
}

/** What is shown, and whether another page is on its way; `null` until there is a first page. */
export type RouterState = { readonly shown: Shown | null; readonly isNavigating: boolean }

/** Where the console is, and how it gets to another page. */
export type PageRouter = Pick<Store<RouterState>, 'get' | 'subscribe'> & {
  readonly basename: string
  /** What the components of react-router call. */
  readonly navigator: Navigator
  /** Resolves with the first page, or with why there is none. */
  readonly ready: Promise<void>
  /** Resolves as soon as the page stands, or another navigation took its place. */
  readonly navigate: (to: string) => Promise<void>
  /** Fetches the code of a page before it is opened; asks Bitbucket for nothing. */
  readonly fetchCode: (pathname: string) => void
}

type Attempt<Value> = { readonly value: Value } | { readonly error: unknown }

const attempt = <Value>(work: Promise<Value>): Promise<Attempt<Value>> =>
  work.then(
    (value) => ({ value }),
    (error: unknown) => ({ error }),
  )

const pathOf = (to: To): Path => {
  const { pathname = '/', search = '', hash = '' } = typeof to === 'string' ? parsePath(to) : to
  return { pathname, search, hash }
}

/**
 * Opens pages: code and data of the next page come in parallel while the page before stays, and the address changes
 * together with what is shown. Only the newest navigation counts. A filter or a choice in the query of an address needs
 * nothing, and shows at once. react-router's own data router does the same with loaders, actions and fetchers, of which
 * the console has none: 15 kB of each first page.
 *
 * @param history of the browser, by path or by hash, or one in memory.
 * @param enter called before the frame is shown; says where somebody goes who may not enter, `null` for nobody.
 */
export const createPageRouter = ({
  history,
  basename = '/',
  routes,
  enter,
}: {
  history: PageHistory
  basename?: string
  routes: readonly PageRoute[]
  enter: (here: string) => Promise<string | null>
}): PageRouter => {
  const state = createStore<RouterState>({ shown: null, isNavigating: false })
  let newest = 0

  const matchOf = (pathname: string) => matchRoutes([...routes], pathname, basename)?.at(-1)
  const base = basename === '/' ? '' : basename

  const show = (facts: Pick<Shown, 'route' | 'isFramed' | 'content'>) =>
    state.set({
      shown: { ...facts, location: history.location, action: history.action },
      isNavigating: false,
    })

  /** @param write puts the address into the history; a step back has done so already. */
  const open = async (to: Path, write: (to: To) => void): Promise<void> => {
    newest += 1
    const own = newest
    const { shown } = state.get()
    if (shown?.location.pathname === to.pathname && 'Page' in shown.content) {
      write(to)
      show(shown)
      return
    }
    const match = matchOf(to.pathname)
    if (match === undefined) throw new Error(`No route for ${to.pathname}`)
    const { route, params } = match
    state.set({ shown, isNavigating: true })
    route.start({ id: params['id'] ?? '', search: new URLSearchParams(to.search) })
    const isEntered = shown?.isFramed === true || !route.isFramed
    const [code, elsewhere] = await Promise.all([
      attempt(route.load()),
      isEntered ? { value: null } : attempt(enter(createPath(to).slice(base.length))),
    ])
    if (own !== newest) return
    if ('error' in elsewhere) {
      write(to)
      show({ route, isFramed: false, content: elsewhere })
    } else if (elsewhere.value === null) {
      write(to)
      show({ route, isFramed: route.isFramed, content: 'error' in code ? code : { Page: code.value } })
    } else {
      const place = pathOf(elsewhere.value)
      await open({ ...place, pathname: base + place.pathname }, (there) => history.replace(there))
    }
  }

  const writes =
    (write: (to: To, state: unknown) => void) =>
    (to: To, kept?: unknown, options?: NavigateOptions): void => {
      const go = () => void open(pathOf(to), (place) => write(place, kept))
      if (options?.flushSync === true) flushSync(go)
      else go()
    }

  history.listen(({ location }) => void open(location, () => undefined))
  return {
    get: state.get,
    subscribe: state.subscribe,
    basename,
    navigator: {
      createHref: (to) => history.createHref(to),
      encodeLocation: (to) => history.encodeLocation(to),
      go: (steps) => history.go(steps),
      push: writes((to, kept) => history.push(to, kept)),
      replace: writes((to, kept) => history.replace(to, kept)),
    },
    ready: open(history.location, () => undefined),
    navigate: (to) => open(pathOf(to), (place) => history.push(place)),
    fetchCode: (pathname) => {
      // A file that cannot be loaded is reported when the page is opened.
      matchOf(pathname)
        ?.route.load()
        .catch(() => undefined)
    },
  }
}
