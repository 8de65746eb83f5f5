import { cutText } from './cut-text.ts'

/**
 * What a screen does not show, or what turns the line around: controls, format characters, separators, unassigned and
 * private characters, and letters that are blank.
 */
const HIDDEN = /[\p{C}\p{Zl}\p{Zp}\u115F\u1160\u2800\u3164\uFFA0]/gu

/**
 * Text of another system as it can be shown: on one line, without hidden characters, and cut between two characters.
 *
 * @param max UTF-16 units.
 */
export const oneLine = (text: string, max: number): string =>
  cutText(text.replaceAll(/\s+/gu, ' ').replaceAll(HIDDEN, '').trim(), max)
