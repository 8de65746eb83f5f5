import { Button } from '@mantine/core'
import type { PagedList } from '#app/api/paged-list.ts'
import { isComing } from '#app/api/reading/list-reading.ts'
import type { ListReadingControl } from '#app/api/reading/use-list-reading.ts'
import { numberText } from '#app/text/number-text.ts'
import { EmptyState } from '#app/ui/page/empty-state.tsx'
import { readingWords } from './paged-list-words.ts'

const titleOf = ({ rows, hasMore }: PagedList<unknown>, noun: string, isNarrowed: boolean): string => {
  const count = `${numberText(rows.length)} ${noun}`
  if (!isNarrowed) return `No ${noun} on the pages that were read so far.`
  return hasMore ? `Not found yet: ${count} read so far.` : `Not found in the ${count} that could be read.`
}

/**
 * A table without rows of a list that was not read to its end, or not wholly: nothing is known to be missing. It says
 * what happens to the rest, and how to go on.
 *
 * @param noun what is counted, in the plural.
 * @param isNarrowed whether a search or a filter looks for something.
 */
export const NotFoundYet = ({
  list,
  control: { reading, readAll },
  noun,
  isNarrowed,
}: {
  list: PagedList<unknown>
  control: ListReadingControl
  noun: string
  isNarrowed: boolean
}) => (
  <EmptyState title={titleOf(list, noun, isNarrowed)}>
    <p>{readingWords(reading)}</p>
    {list.hasMore && !isComing(reading) ? (
      <Button variant="default" onClick={readAll}>
        {reading.kind === 'part' ? 'Read the rest' : 'Continue'}
      </Button>
    ) : null}
  </EmptyState>
)
