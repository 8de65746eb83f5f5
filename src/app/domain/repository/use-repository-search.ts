import { useCallback, useEffect, useMemo, useState } from 'react'
import { useTableParams } from '#app/ui/table/use-table-params.ts'
import { type AddressNoteFacts, addressNoteOf } from './address-note-of.ts'
import { searchTextOf, wantedRepository } from './wanted-repository.ts'

/**
 * The search for repositories as it stands in the URL. An address that is typed or pasted, or that a link has, is reduced
 * to what it leads to before it gets there; its host is remembered while that stays.
 *
 * @param opensOnly whether what is found first is opened where it is the only one, as if Enter had been pressed.
 */
export const useRepositorySearch = (opensOnly = false) => {
  const { search, setSearch } = useTableParams()
  const [noted, setNoted] = useState<{ text: string; note: AddressNoteFacts | null }>({
    text: '',
    note: null,
  })
  const [isEntered, setEntered] = useState(opensOnly)
  const seek = useCallback(
    (typed: string) => {
      const text = searchTextOf(typed)
      setEntered(false)
      setNoted({ text, note: addressNoteOf(typed) })
      setSearch(text)
    },
    [setSearch],
  )
  // A link may have an address as it was copied.
  const own = searchTextOf(search)
  if (own !== search && noted.text !== own) setNoted({ text: own, note: addressNoteOf(search) })
  useEffect(() => {
    // Not within the effect: what is drawn at once cannot be drawn there.
    if (own !== search) queueMicrotask(() => setSearch(own))
  }, [own, search, setSearch])
  return {
    text: search,
    wanted: useMemo(() => wantedRepository(search), [search]),
    seek,
    /** What to say about the address that was read last, as long as what it leads to is searched for. */
    note: noted.text === search ? noted.note : null,
    /** Whether what is found is to be opened as soon as it is there. */
    isEntered,
    setEntered,
  }
}

/** A search for repositories, and what may be done with it. */
export type RepositorySearchControl = ReturnType<typeof useRepositorySearch>
