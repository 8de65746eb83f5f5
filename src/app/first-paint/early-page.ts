import { drawRows, plainRows } from './early-rows.ts'

/** An answer that has not come by then is waited for with the page drawn, in ms. Mostly both are drawn at once. */
const LATE_MS = 500

/** Choices that draw the table in another way than the build did. */
const CHOICES = ['mirror-console-density', 'mirror-console-columns-requests']

const isAsBuilt = (): boolean => {
  try {
    return CHOICES.every((name) => localStorage.getItem(name) === null)
  } catch {
    return true
  }
}

/** Waits for the style sheet at the end of the document: without it the page would be drawn twice, once wrongly. */
const styled = (): Promise<void> =>
  new Promise((resolve) => {
    const look = () => {
      const link = document.querySelector<HTMLLinkElement>('body > link[rel="stylesheet"]')
      if (link === null) requestAnimationFrame(look)
      else if (link.sheet === null) link.addEventListener('load', () => resolve(), { once: true })
      else resolve()
    }
    look()
  })

/** The place for the page in the frame of the document, as long as the app has not taken over. */
const placeForPage = (): HTMLElement | null => document.querySelector('#root > [aria-busy] > main')

/** Styles of elements are named otherwise in the document, whose policy allows none. */
const dress = (parts: DocumentFragment): DocumentFragment => {
  for (const element of parts.querySelectorAll<HTMLElement>('[data-style]')) {
    element.style.cssText = element.dataset['style'] ?? ''
  }
  return parts
}

/** The app says so as soon as its code has come; it draws the page itself a moment later. */
const hasApp = (): boolean => Reflect.has(globalThis, 'mirrorConsoleApp')

/**
 * Says so when the app itself could not be had, or could not begin: nothing else would, and what the document shows
 * cannot be used. To be called when everything the document names has been loaded.
 */
export const tellLostApp = (): void => {
  const main = placeForPage()
  if (main === null || hasApp()) return
  const words = document.createElement('p')
  words.setAttribute('role', 'alert')
  words.style.padding = '24px'
  words.textContent = 'Mirror Console could not be loaded. Check the connection and load this page again.'
  main.replaceChildren(words)
  main.inert = false
  // Whoever listens is told nothing of what is busy; and nothing is drawn here any more.
  main.parentElement?.removeAttribute('aria-busy')
}

/**
 * Draws the page of requests into the frame before the app arrives, and the rows of its answer when they are plain. It
 * can be seen and not used: the app replaces it as a whole.
 *
 * @param answer what was asked early; it is read without taking it away from the app.
 */
export const drawEarlyPage = async (answer: Promise<Response>): Promise<void> => {
  const read: Promise<unknown> = answer.then((response) => (response.ok ? response.clone().json() : null))
  read.catch(() => undefined)
  await styled()
  await Promise.race([read.catch(() => null), new Promise((late) => setTimeout(late, LATE_MS))])
  if (hasApp()) return
  const page = document.querySelector<HTMLTemplateElement>('template[data-early="requests"]')
  const sample = document.querySelector<HTMLTemplateElement>('template[data-early="row"]')
  const main = placeForPage()
  const row = sample?.content.firstElementChild
  if (page === null || !row || main === null || main.childElementCount > 0 || !isAsBuilt()) return
  main.inert = true
  main.append(dress(document.importNode(page.content, true)))
  const rows = plainRows(await read, JSON.parse(sample?.dataset['types'] ?? 'null'))
  const table = main.querySelector('table')
  if (rows !== null && table !== null) drawRows(table, row, rows)
}
