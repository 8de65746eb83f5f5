import { problemOf } from '#app/api/problem.ts'
import { problemText } from '#app/api/problem-text.ts'
import { OtherHost } from '#app/domain/mirror/other-host.tsx'
import { AddressNote } from '#app/domain/repository/address-note.tsx'
import type { RepositorySource } from '#app/domain/repository/repository-source.ts'
import type { RepositorySearchControl } from '#app/domain/repository/use-repository-search.ts'
import classes from './repositories-page.module.css'

const NO_HASHES = 'Search results come without hashes: open a repository or its project to see them.'
const LATER = 'Hashes are shown when the list was read to its end.'
const NOT_LISTED =
  'Your account may not list hashes, so these rows come from the search. Open a repository to see its hashes.'

/**
 * What has to be said about a search and what it found.
 *
 * @param isSearched whether something limits the rows.
 * @param isOne whether one repository alone is found, and `isProven` whether there is no other.
 * @param searchError why Bitbucket's own search did not answer; `null` where it did.
 */
export const SearchNote = ({
  search,
  hashes,
  isSearched,
  isOne,
  isProven,
  searchError,
}: {
  search: RepositorySearchControl
  hashes: RepositorySource['hashes']
  isSearched: boolean
  isOne: boolean
  isProven: boolean
  searchError: unknown
}) => {
  const sentences = [
    ...(isOne ? [`One match${isProven ? '' : ' so far'}: Enter in the search opens it.`] : []),
    ...(hashes === 'shown' ? [] : [hashes === 'later' ? LATER : isSearched ? NO_HASHES : NOT_LISTED]),
  ]
  return (
    <>
      <AddressNote note={search.note} HostNote={OtherHost} />
      {searchError === null ? null : (
        <p role="status" className={classes.dim}>
          {`Bitbucket's own search did not answer (${problemText[problemOf(searchError).kind].title}), so matches are shown as the list is read.`}
        </p>
      )}
      {sentences.length === 0 ? null : <p className={classes.dim}>{sentences.join(' ')}</p>}
    </>
  )
}
