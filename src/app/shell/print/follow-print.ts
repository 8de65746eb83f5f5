import type { QueryClient } from '@tanstack/react-query'
import { flushSync } from 'react-dom'
import { sessionQuery } from '#app/domain/session/session.ts'
import { COLOR_SCHEME_KEY } from '#app/browser/color-scheme-key.ts'
import { paperReady } from '#app/browser/paper-ready.ts'
import { printing } from '#app/browser/printing.ts'
import { timeDisplay } from '#app/browser/time-display.ts'
import { oldestUpdate } from '#app/shell/freshness/oldest-update.ts'
import { utcOf } from '#app/text/age.ts'
import { localTimeOf } from '#app/text/local-time.ts'
import { SHEET_ROWS, sheetWords } from '#app/ui/table/print/sheet-words.ts'
import stylesAddress from './print.css?url'
import { sheetHead } from './sheet-head.ts'

/** By which Mantine and the styles know the scheme. */
const SCHEME = 'data-mantine-color-scheme'

const addStyles = (): HTMLLinkElement => {
  const link = document.createElement('link')
  link.rel = 'stylesheet'
  link.setAttribute('href', stylesAddress)
  link.addEventListener('load', () => paperReady.resolve(), { once: true })
  // After the app's own styles, which stand in the body.
  document.body.append(link)
  return link
}

const addHead = (lines: readonly string[]): HTMLElement => {
  const head = document.createElement('div')
  head.dataset['sheetHead'] = ''
  head.append(
    ...lines.map((line) => {
      const paragraph = document.createElement('p')
      paragraph.textContent = line
      return paragraph
    }),
  )
  const place = document.querySelector('main') ?? document.body
  place.prepend(head)
  return head
}

/** The scheme that is right now: the system's may have changed while a dialog asked for the printer. */
const schemeNow = (before: string | null): string => {
  try {
    const chosen = localStorage.getItem(COLOR_SCHEME_KEY)
    if (chosen === 'light' || chosen === 'dark') return chosen
  } catch {
    // Without storage, what was chosen stands in the document alone.
    if (before !== null) return before
  }
  return matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light'
}

/** Paper is white: the page takes the light scheme. @returns takes it back. */
const takeLight = (): (() => void) => {
  const root = document.documentElement
  const before = root.getAttribute(SCHEME)
  root.setAttribute(SCHEME, 'light')
  return () => root.setAttribute(SCHEME, schemeNow(before))
}

/** Remembers what printing must not change. @returns brings it back. */
const keepPlace = (): (() => void) => {
  const { scrollX, scrollY } = globalThis
  const focused = document.activeElement
  return () => {
    // A control that is not printed may have lost the focus meanwhile.
    if (focused instanceof HTMLElement && focused !== document.activeElement) {
      focused.focus({ preventScroll: true })
    }
    scrollTo(scrollX, scrollY)
  }
}

/**
 * Makes every page fit for paper, whichever way it is printed: the browser announces it, and takes what is in the
 * document when that has been answered.
 *
 * @returns ends it.
 */
export const followPrint = (client: QueryClient): (() => void) => {
  const styles = addStyles()
  let undo: (() => void) | null = null
  const begin = () => {
    if (undo !== null) return
    const restorePlace = keepPlace()
    const restoreScheme = takeLight()
    const head = addHead(
      sheetHead({
        upstream: client.getQueryData(sessionQuery.queryKey)?.upstream ?? null,
        address: location.href,
        updatedAt: oldestUpdate(client.getQueryCache()),
        now: Date.now(),
        timeOf: timeDisplay.get() === 'utc' ? utcOf : localTimeOf,
      }),
    )
    flushSync(() => printing.set({ rows: SHEET_ROWS, wordsOf: sheetWords }))
    undo = () => {
      undo = null
      head.remove()
      restoreScheme()
      flushSync(() => printing.set(null))
      restorePlace()
    }
  }
  const end = () => undo?.()
  addEventListener('beforeprint', begin)
  addEventListener('afterprint', end)
  return () => {
    end()
    removeEventListener('beforeprint', begin)
    removeEventListener('afterprint', end)
    styles.remove()
  }
}
