import { useLayoutEffect, useState } from 'react'
import { singleKeys } from '#app/browser/single-keys.ts'
import { announce } from '#app/browser/announcements.ts'
import { LOST_CODE } from '#app/ui/late/fetch-code.ts'
import { shortcutOf } from './shortcut-of.ts'

/** A dialog of the frame. */
export type FrameDialogKind = 'palette' | 'keys' | 'preferences'

/** A box takes no letters and no arrows: rows are left by keys from their boxes too. */
const isField = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  target.matches('input:not([type="checkbox"]), textarea, select, [contenteditable]')

/** The dialog of the frame that is open, how to open another (or `null` for none), and the keys that open one. */
export const useFrameDialog = () => {
  const [kind, setKind] = useState<FrameDialogKind | null>(null)
  // With the page itself: a key that is pressed as soon as there is something to see must not be lost.
  useLayoutEffect(() => {
    const press = (event: KeyboardEvent) => {
      const shortcut = shortcutOf(event, {
        isTyping: isField(event.target),
        isInRow: event.target instanceof Element && event.target.closest('main tr[data-index]') !== null,
        isCovered: document.querySelector('[role="dialog"]') !== null,
        singleKeys: singleKeys.get() === 'on',
      })
      if (shortcut === null) return
      event.preventDefault()
      if (shortcut === 'next-row' || shortcut === 'previous-row') {
        import('#app/ui/table/keys/row-keys.ts').then(
          ({ moveInRows }) => moveInRows(shortcut === 'next-row' ? 1 : -1),
          () => announce(LOST_CODE),
        )
        return
      }
      const search = document.querySelector<HTMLElement>('main input[type="search"]')
      // A page without a search of its own has that of the palette.
      if (shortcut === 'search' && search !== null) search.focus()
      else setKind(shortcut === 'search' ? 'palette' : shortcut)
    }
    addEventListener('keydown', press)
    return () => removeEventListener('keydown', press)
  }, [])
  return [kind, setKind] as const
}
