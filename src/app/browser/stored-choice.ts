import * as v from 'valibot'
import { persisted } from './persisted.ts'

/**
 * One of a few values, chosen in this browser.
 *
 * @param choices what may be chosen; the first one holds until a choice is made, and for anything else in the storage.
 */
export const storedChoice = <Value extends string>(name: string, choices: readonly [Value, ...Value[]]) => {
  const schema = v.picklist(choices)
  const { get, set, use } = persisted<Value>(name, schema, choices[0])
  return {
    get,
    use,
    /** Chooses by a value or by its text; a text that names no choice changes nothing. */
    set: (text: string): void => {
      if (v.is(schema, text)) set(text)
    },
  }
}
