/** What one page says of the mirrors: the words of each, by name, beginning with its verdict, and how many there are. */
export type Reading = {
  readonly page: string
  readonly count: number | null
  readonly words: ReadonlyMap<string, string>
}

/** A word in the form in which a sentence and a table have it alike. */
const plain = (word: string): string => word.toLowerCase().replaceAll(/\s+/g, ' ').trim()

const agree = (one: string, other: string): boolean =>
  plain(one).startsWith(plain(other)) || plain(other).startsWith(plain(one))

/** Where two pages say different things of the same mirror, or count differently. A mirror only one of them names is not compared. */
export const contradictions = (readings: readonly Reading[]): string[] => {
  const [first, ...others] = readings
  if (first === undefined) return []
  const found: string[] = []
  for (const { page, count, words } of others) {
    if (first.count !== null && count !== null && first.count !== count) {
      found.push(`${first.page} counts ${first.count} mirrors, ${page} ${count}`)
    }
    for (const [name, word] of words) {
      const there = first.words.get(name)
      if (there !== undefined && !agree(there, word)) {
        found.push(`${first.page} says “${there}” of ${name}, ${page} “${word}”`)
      }
    }
  }
  return found
}
