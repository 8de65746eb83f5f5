import { problemOf } from '#app/api/problem.ts'
import { problemText } from '#app/api/problem-text.ts'
import { OtherHost } from '#app/domain/mirror/other-host.tsx'
import { AddressNote } from '#app/domain/repository/address-note.tsx'
import type { RepositorySearchControl } from '#app/domain/repository/use-repository-search.ts'
import classes from './repositories-page.module.css'

const NO_HASHES = 'Search results come without hashes: open a repository or its project to see them.'
const NOT_LISTED =
  'Your account may not list hashes, so these rows come from the search. Open a repository to see its hashes.'

/**
 * What has to be said about a search and what it found.
 *
 * @param isSearched whether the rows are what was searched for, so that they have no hashes.
 * @param isOne whether one repository alone is found.
 * @param searchError why Bitbucket's own search did not answer; `null` where it did.
 */
export const SearchNote = ({
  search,
  isListed,
  isSearched,
  isOne,
  searchError,
}: {
  search: RepositorySearchControl
  isListed: boolean
  isSearched: boolean
  isOne: boolean
  searchError: unknown
}) => {
  const sentences = [
    ...(isOne && isSearched ? ['One match: Enter in the search opens it.'] : []),
    ...(isListed ? [] : [isSearched ? NO_HASHES : NOT_LISTED]),
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
