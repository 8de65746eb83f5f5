import { drawEarlyPage, tellLostApp } from './early-page.ts'
import { earlyPages } from './early-pages.ts'

/*
 * The first script of the document, and a tiny one: it arrives long before the app. It shares no code with the app,
 * or it would have to wait for it; the names below are written a second time, and a test holds both together.
 */

const metaOf = (name: string): string =>
  document.querySelector<HTMLMetaElement>(`meta[name="mirror-console-${name}"]`)?.content ?? ''

const parsed = (json: string): object => {
  try {
    return Object(JSON.parse(json))
  } catch {
    return {}
  }
}

/** Draws the first frame in the colours that somebody chose; without a choice the system's hold. */
const showChosenScheme = (): void => {
  try {
    const scheme = localStorage.getItem('mirror-console-color-scheme')
    if (scheme === 'dark' || scheme === 'light') {
      document.documentElement.setAttribute('data-mantine-color-scheme', scheme)
    }
  } catch {
    // Storage is denied: nothing was chosen.
  }
}

/** Asks for the code and the data of this address now; the app finds them on the way when it wants them. */
const askEarly = (): void => {
  const base = metaOf('base')
  const page = earlyPages[location.pathname.slice(base.length)]
  if (page === undefined || !Reflect.get(parsed(metaOf('session')), 'user')) return
  const files: unknown = Reflect.get(parsed(metaOf('pages')), page.module)
  for (const file of Array.isArray(files) ? files : []) {
    const link = document.createElement('link')
    link.rel = 'modulepreload'
    link.setAttribute('href', `${base}/${String(file)}`)
    document.head.append(link)
  }
  // A worker of an earlier demo would answer with simulated data; the app removes it before it asks.
  const isWatched = 'serviceWorker' in navigator && navigator.serviceWorker.controller !== null
  if (location.search !== '' || isWatched) return
  const headers = { accept: 'application/json' }
  const answers = page.reads.map(
    (target) => [target, fetch(base + target, { headers, redirect: 'error' })] as const,
  )
  // Whoever takes an answer hears of its failure; one that nobody takes is nobody's trouble.
  for (const [, answer] of answers) answer.catch(() => undefined)
  Object.assign(globalThis, { mirrorConsoleEarly: new Map(answers) })
  const [first] = answers
  // Whatever goes wrong there, the app draws the page.
  if (page.isDrawn && first) drawEarlyPage(first[1]).catch(() => undefined)
}

showChosenScheme()
addEventListener('load', tellLostApp)
askEarly()
