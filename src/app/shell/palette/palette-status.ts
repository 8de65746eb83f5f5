import type { ListReading } from '#app/api/reading/list-reading.ts'
import { numberText } from '#app/text/number-text.ts'
import { readingWords } from '#app/ui/table/paged-list-words.ts'

/**
 * What the palette says of its search: nothing is called missing while something is still looked through.
 *
 * @param requests how many mirroring requests were read, and how that goes on; `null` where nothing is to be said of it.
 */
export const paletteStatus = ({
  isSearching,
  requests: { read, reading },
  isEmpty,
}: {
  readonly isSearching: boolean
  readonly requests: { readonly read: number; readonly reading: ListReading | null }
  readonly isEmpty: boolean
}): string => {
  if (reading !== null) {
    return `${isEmpty ? 'No matches yet. ' : ''}${numberText(read)} mirroring requests read so far. ${readingWords(reading)}`
  }
  if (isSearching) return 'Searching…'
  return isEmpty ? 'No matches' : ''
}
