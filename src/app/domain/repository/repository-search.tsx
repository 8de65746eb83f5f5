import { useEffect } from 'react'
import { isSafeId } from '#contract/path.ts'
import type { Repository } from '#contract/repository.ts'
import { SearchBox } from '#app/ui/form/search-box.tsx'
import type { RepositorySearchControl } from './use-repository-search.ts'

/**
 * The field in which repositories are searched for. Enter opens the one that is found, also when it was pressed before
 * that arrived; of several it opens none.
 *
 * @param rows what is found; `undefined` while nothing is.
 * @param isSettled whether nothing more is on its way at this moment.
 */
export const RepositorySearch = ({
  search: { text, wanted, seek, isEntered, setEntered },
  rows,
  isSettled,
  onOpen,
}: {
  search: RepositorySearchControl
  rows: readonly Repository[] | undefined
  isSettled: boolean
  onOpen: (repositoryId: string) => void
}) => {
  const isReady = isEntered && isSettled
  useEffect(() => {
    if (!isReady) return
    setEntered(false)
    const [only, ...others] = rows ?? []
    if (wanted.kind === 'any' || !only || others.length > 0 || !isSafeId(only.id)) return
    // Not within the effect: a change of the URL is drawn at once, which cannot be done there.
    queueMicrotask(() => onOpen(only.id))
  }, [isReady, wanted, rows, onOpen, setEntered])
  return (
    <SearchBox
      value={text}
      onChange={seek}
      onEnter={() => setEntered(true)}
      placeholder="Name, KEY/slug or clone address"
    />
  )
}
