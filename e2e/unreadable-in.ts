import type { Locator } from '@playwright/test'

/** What of a table a person cannot read: beyond the window's edge, cut off, or a word that is broken letter by letter. */
export const unreadableIn = (table: Locator): Promise<readonly string[]> =>
  table.evaluate((element) => {
    const found: string[] = []
    const edge = document.documentElement.clientWidth
    for (const cell of element.querySelectorAll('th, td')) {
      if (cell.getBoundingClientRect().right > edge) found.push(`beyond the edge: ${cell.textContent}`)
      for (const text of cell.querySelectorAll('bdi')) {
        const isCutting = getComputedStyle(text).overflow === 'hidden'
        if (isCutting && text.scrollHeight > text.clientHeight + 1) found.push(`cut: ${text.textContent}`)
      }
    }
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
    for (let text = walker.nextNode(); text !== null; text = walker.nextNode()) {
      for (const { 0: word, index } of text.textContent?.matchAll(/[\p{L}\d]+/gu) ?? []) {
        const range = document.createRange()
        range.setStart(text, index)
        range.setEnd(text, index + word.length)
        const lines = new Set([...range.getClientRects()].map(({ top }) => Math.round(top)))
        if (lines.size > 1) found.push(`broken: ${word}`)
      }
    }
    return found
  })
