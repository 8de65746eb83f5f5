import { Button } from '@mantine/core'
import type { PagedList } from '#app/api/paged-list.ts'
import type { ListReading } from '#app/api/reading/list-reading.ts'
import type { ListReadingControl } from '#app/api/reading/use-list-reading.ts'
import { useIsOld } from '#app/api/reading/use-is-old.ts'
import classes from './list-progress.module.css'
import { type ListWordsFacts, pagedListWords } from './paged-list-words.ts'

/** What a person can do about the reading, in one place, so that the button stays where it was pressed. */
const actionOf = (
  kind: ListReading['kind'],
  isDoubtful: boolean,
): { readonly word: string; readonly does: 'readAll' | 'stop' | 'readAgain' } | null => {
  switch (kind) {
    case 'part':
    case 'more':
      return { word: 'Read all', does: 'readAll' }
    case 'rest':
    case 'waiting':
    case 'again':
      return { word: 'Stop reading', does: 'stop' }
    case 'stopped':
    case 'failed':
      return { word: 'Continue', does: 'readAll' }
    case 'ended':
      return isDoubtful ? { word: 'Read again', does: 'readAgain' } : null
  }
}

/** How much of a list was read, what happens to the rest, and how to stop it or to go on. */
export const ReadingProgress = ({
  list,
  control,
  onReadAgain,
  ...words
}: Omit<ListWordsFacts, 'reading' | 'isOld'> & {
  list: PagedList<unknown>
  control: ListReadingControl
  onReadAgain: () => void
}) => {
  const { reading } = control
  const isOld = useIsOld(control.queryHash)
  const action = actionOf(reading.kind, isOld || list.hasChanged === true)
  const acts = { readAll: control.readAll, stop: control.stop, readAgain: onReadAgain }
  const isPassing = reading.kind === 'rest' || reading.kind === 'more' || reading.kind === 'again'
  return (
    <div className={classes.progress}>
      {/* Announced when reading pauses or ends, not for each of a hundred pages. */}
      <p role={isPassing ? undefined : 'status'}>{pagedListWords(list, { ...words, reading, isOld })}</p>
      {action === null ? null : (
        <Button variant="default" size="xs" onClick={acts[action.does]}>
          {action.word}
        </Button>
      )}
    </div>
  )
}
