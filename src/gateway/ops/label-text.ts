import { oneLine } from '#contract/one-line.ts'

/** Longest text of a label, in UTF-16 units: every series carries it, and an index of all series is kept in memory. */
const MAX_LABEL = 100

/** What stands before the host of an address, such as `user:password@`; generously, as a password may have any sign. */
const CREDENTIALS = /\/\/\S*@/gu

/**
 * Text that came from outside as the value of a label: short, on one line, without hidden characters, and without the
 * credentials of an address, should a name be one.
 */
export const labelText = (text: string): string => oneLine(text.replaceAll(CREDENTIALS, '//'), MAX_LABEL)
