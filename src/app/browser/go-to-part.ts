/** The wait for a part that is still on its way. */
let waiting = new AbortController()

const goTo = (part: HTMLElement): void => {
  part.tabIndex = -1
  part.focus({ preventScroll: true })
  part.scrollIntoView()
}

/**
 * Shows the part of the page with this id and moves the focus there. A part whose code is still on its way is shown when
 * it comes, unless something else was pressed meanwhile. The address stays: behind its hash a page may stand.
 */
export const goToPart = (id: string): void => {
  waiting.abort()
  const found = document.getElementById(id)
  if (found !== null) {
    goTo(found)
    return
  }
  const wait = new AbortController()
  waiting = wait
  const watch = new MutationObserver(() => {
    if (document.getElementById(id) !== null) goToPart(id)
  })
  watch.observe(document.body, { childList: true, subtree: true })
  wait.signal.addEventListener('abort', () => watch.disconnect())
  for (const event of ['pointerdown', 'keydown']) {
    addEventListener(event, () => wait.abort(), { signal: wait.signal })
  }
}
