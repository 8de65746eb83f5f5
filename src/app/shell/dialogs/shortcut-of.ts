import { latinKey } from '#app/browser/latin-key.ts'

/** What a key press asks of the frame. */
export type Shortcut = 'palette' | 'keys' | 'search' | 'next-row' | 'previous-row'

/** What a key press is, as far as shortcuts care. */
export type KeyPress = Pick<
  KeyboardEvent,
  'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey' | 'isComposing' | 'defaultPrevented'
>

/** Keys that are shortcuts by themselves. */
const single: Readonly<Record<string, Shortcut>> = {
  '/': 'search',
  '?': 'keys',
  j: 'next-row',
  k: 'previous-row',
}

/** Keys that move between rows once the focus is in one; elsewhere they scroll the page, and with Shift they select. */
const inRow: Readonly<Record<string, Shortcut>> = { ArrowDown: 'next-row', ArrowUp: 'previous-row' }

/**
 * The shortcut behind a key press, or `null`. Single keys count only where they are wanted and cannot be text.
 *
 * @param isTyping whether the press goes to a field.
 * @param isCovered whether a dialog is open: what lies under it must not move.
 * @param isInRow whether the press goes to a row of a table.
 */
export const shortcutOf = (
  press: KeyPress,
  facts: {
    readonly isTyping: boolean
    readonly isCovered: boolean
    readonly isInRow: boolean
    readonly singleKeys: boolean
  },
): Shortcut | null => {
  if (press.defaultPrevented || press.isComposing || press.altKey || facts.isCovered) return null
  const key = latinKey(press)
  if (press.ctrlKey !== press.metaKey) {
    return key.toLowerCase() === 'k' && !press.shiftKey ? 'palette' : null
  }
  if (press.ctrlKey || facts.isTyping) return null
  const keys = facts.singleKeys ? { ...inRow, ...single } : inRow
  const shortcut = Object.hasOwn(keys, key) ? keys[key] : undefined
  if (shortcut === undefined) return null
  return key in inRow && (press.shiftKey || !facts.isInRow) ? null : shortcut
}
