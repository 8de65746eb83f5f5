/*
 * The first script of the document, and a tiny one: it arrives long before the app. It imports nothing, or it would
 * have to wait for that; the names below are written a second time, and a test holds both together.
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

const textsIn = (page: unknown, name: string): readonly string[] => {
  const texts: unknown = Reflect.get(Object(page), name)
  return Array.isArray(texts) ? texts.map(String) : []
}

/**
 * Says so when the app itself could not be had, or could not begin: nothing else would, and what the document shows
 * cannot be used. Called when everything the document names has been loaded.
 */
const tellLostApp = (): void => {
  const main = document.querySelector<HTMLElement>('#root > [aria-busy] > main')
  if (main === null || Reflect.has(globalThis, 'mirrorConsoleApp')) return
  const words = document.createElement('p')
  words.setAttribute('role', 'alert')
  words.style.padding = '24px'
  words.textContent = 'Mirror Console could not be loaded. Check the connection and load this page again.'
  main.replaceChildren(words)
  // A screen reader skips what is busy, and nothing more is drawn here.
  main.parentElement?.removeAttribute('aria-busy')
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
  const page: unknown = Reflect.get(parsed(metaOf('pages')), location.pathname.slice(base.length))
  if (page === undefined || !Reflect.get(parsed(metaOf('session')), 'user')) return
  for (const file of textsIn(page, 'files')) {
    const link = document.createElement('link')
    link.rel = 'modulepreload'
    link.setAttribute('href', `${base}/${file}`)
    document.head.append(link)
  }
  // A worker of an earlier demo would answer with simulated data; the app removes it before it asks.
  const isWatched = 'serviceWorker' in navigator && navigator.serviceWorker.controller !== null
  if (location.search !== '' || isWatched) return
  const headers = { accept: 'application/json' }
  const answers = textsIn(page, 'reads').map(
    (target) => [target, fetch(base + target, { headers, redirect: 'error' })] as const,
  )
  // Whoever takes an answer hears of its failure; one that nobody takes is nobody's trouble.
  for (const [, answer] of answers) answer.catch(() => undefined)
  Object.assign(globalThis, { mirrorConsoleEarly: new Map(answers) })
}

showChosenScheme()
addEventListener('load', tellLostApp)
askEarly()
