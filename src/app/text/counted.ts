import { numberText } from './number-text.ts'
import { pluralOf } from './plural-of.ts'

/**
 * A number with its noun: "1 mirror", "12,345 mirrors".
 *
 * @param many the plural, where it is not the singular with an "s".
 */
export const counted = (count: number, one: string, many?: string): string =>
  `${numberText(count)} ${pluralOf(count, one, many)}`
