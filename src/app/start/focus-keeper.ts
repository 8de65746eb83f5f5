/** How long the page itself may take to move the focus (a dialog that closes, a navigation) before this does, in ms. */
const PATIENCE_MS = 60

const FOCUSABLE = 'h1[tabindex], a[href], button, input, select, textarea, summary'

const isDisabled = (element: Element): boolean => element.matches(':disabled')

/** Busy buttons are disabled for a moment; they come back, and the focus with them. */
const isBusy = (element: Element): boolean => element.getAttribute('data-loading') === 'true'

const ancestorsOf = (element: Element): readonly Element[] => {
  const found: Element[] = []
  for (let at = element.parentElement; at !== null; at = at.parentElement) {
    found.push(at)
    if (at.matches('main, [role="dialog"]')) break
  }
  return found
}

/** Where to go on: what is left around the place, or the page's heading. */
const nextTo = (ancestors: readonly Element[]): HTMLElement | null => {
  for (const ancestor of ancestors) {
    if (!ancestor.isConnected) continue
    for (const place of ancestor.querySelectorAll<HTMLElement>(FOCUSABLE))
      if (!isDisabled(place)) return place
  }
  return document.querySelector<HTMLElement>('main h1')
}

/**
 * Keeps a keyboard where it was. A browser drops the focus to the top of the document when the focused control is
 * disabled (a button while it saves) or taken away ("Try again" that worked), and Tab then starts at the top.
 *
 * @returns how to end it.
 */
export const keepFocus = (): (() => void) => {
  let last: { readonly element: HTMLElement; readonly ancestors: readonly Element[] } | null = null
  let wasTaken = false
  let timer: ReturnType<typeof setTimeout> | undefined

  const check = () => {
    timer = undefined
    if (last === null || document.activeElement !== document.body) return
    const { element, ancestors } = last
    if (element.isConnected && !isDisabled(element)) {
      // Enabled again: give it back. It was never disabled: the person clicked elsewhere, which is theirs to do.
      if (wasTaken) element.focus({ preventScroll: true })
      else last = null
    } else if (element.isConnected && isBusy(element)) wasTaken = true
    else nextTo(ancestors)?.focus({ preventScroll: true })
  }
  const checkSoon = () => {
    if (last === null) return
    if (last.element.isConnected && isDisabled(last.element)) wasTaken = true
    timer ??= setTimeout(check, PATIENCE_MS)
  }
  const noteElement = (target: EventTarget | null) => {
    if (!(target instanceof HTMLElement) || target === document.body) return
    last = { element: target, ancestors: ancestorsOf(target) }
    wasTaken = false
  }
  const note = ({ target }: FocusEvent) => noteElement(target)
  noteElement(document.activeElement)

  document.addEventListener('focusin', note)
  document.addEventListener('focusout', checkSoon)
  const observer = new MutationObserver(() => {
    if (document.activeElement === document.body) checkSoon()
    else if (last !== null && isDisabled(last.element)) checkSoon()
  })
  observer.observe(document.body, {
    subtree: true,
    childList: true,
    attributes: true,
    attributeFilter: ['disabled', 'data-loading'],
  })
  return () => {
    clearTimeout(timer)
    observer.disconnect()
    document.removeEventListener('focusin', note)
    document.removeEventListener('focusout', checkSoon)
  }
}
