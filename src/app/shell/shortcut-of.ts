/** What a key press asks of the frame. */
export type Shortcut = 'palette' | 'keys' | 'search'

/** What a key press is, as far as shortcuts care. */
export type KeyPress = Pick<
  KeyboardEvent,
  'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey' | 'isComposing' | 'defaultPrevented'
>

/**
 * The shortcut behind a key press, or `null`. Single keys count only where they are wanted and cannot be text.
 *
 * @param isTyping whether the press goes to a field.
 * @param isCovered whether a dialog is open: what lies under it must not move.
 */
export const shortcutOf = (
  press: KeyPress,
  facts: { readonly isTyping: boolean; readonly isCovered: boolean; readonly singleKeys: boolean },
): Shortcut | null => {
  if (press.defaultPrevented || press.isComposing || press.altKey || facts.isCovered) return null
  if (press.ctrlKey !== press.metaKey) {
    return press.key.toLowerCase() === 'k' && !press.shiftKey ? 'palette' : null
  }
  if (press.ctrlKey || facts.isTyping || !facts.singleKeys) return null
  if (press.key === '/') return 'search'
  return press.key === '?' ? 'keys' : null
}
