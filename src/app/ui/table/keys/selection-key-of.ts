import { latinKey } from '#app/browser/latin-key.ts'

/** What a key press asks of the selection of a table. */
export type SelectionKey = 'toggle' | 'extend-down' | 'extend-up' | 'all-shown' | 'clear' | 'actions'

/** What a key press is, as far as the selection cares. */
type KeyPress = Pick<
  KeyboardEvent,
  'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey' | 'isComposing' | 'defaultPrevented'
>

/** Where a key press goes: a row of the table, its head, or a place of the page that takes no keys itself. */
export type KeyPlace = 'row' | 'head' | 'page'

/**
 * The step of the selection behind a key press, or `null`.
 *
 * @param singleKeys whether a letter is a shortcut.
 */
export const selectionKeyOf = (
  press: KeyPress,
  place: KeyPlace,
  singleKeys: boolean,
): SelectionKey | null => {
  const { shiftKey } = press
  const key = latinKey(press)
  if (press.defaultPrevented || press.isComposing || press.altKey) return null
  if (press.ctrlKey !== press.metaKey) {
    return key.toLowerCase() === 'a' && !shiftKey && place !== 'page' ? 'all-shown' : null
  }
  if (press.ctrlKey) return null
  if (key === 'Escape') return shiftKey ? null : 'clear'
  if (key === 'a' && !shiftKey) return singleKeys ? 'actions' : null
  if (place !== 'row') return null
  if (key === 'x' && !shiftKey) return singleKeys ? 'toggle' : null
  if (!shiftKey) return null
  return key === 'ArrowDown' ? 'extend-down' : key === 'ArrowUp' ? 'extend-up' : null
}
