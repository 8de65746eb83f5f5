/** The words that a dialog is left by. No dialog has words of its own for it. */
export const closingWords = {
  /** Before anything is sent: nothing changes. */
  cancel: 'Cancel',
  /** After a write that ended: the dialog says how. */
  done: 'Done',
  /** Where nothing was sent, or its outcome is not known: neither of the others would be true. */
  close: 'Close',
} as const

/**
 * The closing word of a dialog that writes.
 *
 * @param isOver whether the write ended, or nothing is left to do.
 * @param isUnknown whether something was sent and its outcome is not known.
 */
export const closingWord = (isOver: boolean, isUnknown: boolean): string => {
  if (isUnknown) return closingWords.close
  return isOver ? closingWords.done : closingWords.cancel
}
