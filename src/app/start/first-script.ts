/*
 * The first script of the document, and a tiny one: it arrives long before the app. It imports nothing, or it would
 * have to wait for that; the name below is written a second time, and a test holds both together.
 */

/**
 * Says so when the app itself could not be loaded or started: nothing else would, and what the document shows
 * cannot be used. Called when everything the document names has been loaded.
 */
const reportLostApp = (): void => {
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

/** Draws the first frame in the chosen colours; without a choice the system's apply. */
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

showChosenScheme()
addEventListener('load', reportLostApp)
