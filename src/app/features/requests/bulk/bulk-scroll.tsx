import { IconSearch } from '@tabler/icons-react'
import { type ReactNode, useState } from 'react'
import type { MirroringRequest } from '#contract/mirroring-request.ts'
import { SearchField } from '#app/ui/form/search-field.tsx'
import { searchedRows } from '#app/ui/table/searched-rows.ts'
import classes from './bulk.module.css'

/** Requests that are drawn at once; the others come when they are asked for or searched. */
export const DRAWN = 100

const textsOf = ({ mirrorName, mirrorId, id, mirrorBaseUrl }: MirroringRequest) => [
  mirrorName,
  mirrorId,
  id,
  mirrorBaseUrl,
]

/** Which of some requests a search finds. */
type Found = (requests: readonly MirroringRequest[]) => readonly MirroringRequest[]

/**
 * A place for requests that scrolls, with a search where not all of them are drawn.
 *
 * @param count how many there are in all.
 * @param children draws what the search finds; called with the search, by which what was opened is closed again.
 */
export const BulkScroll = ({
  label,
  count,
  children,
}: {
  label: string
  count: number
  children: (found: Found, search: string) => ReactNode
}) => {
  const [search, setSearch] = useState('')
  return (
    <div className={classes.run}>
      {count > DRAWN ? (
        <SearchField
          type="search"
          label={`Search: ${label}`}
          placeholder="Search name, id or address"
          value={search}
          onChange={(event) => setSearch(event.currentTarget.value)}
          icon={<IconSearch size={16} aria-hidden />}
          clearLabel="Clear search"
          onClear={search === '' ? null : () => setSearch('')}
          maxLength={200}
        />
      ) : null}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- What scrolls must be reachable by keyboard (WCAG 2.1.1), and often nothing in it is. */}
      <div role="group" aria-label={label} tabIndex={0} className={classes.scroll}>
        {children((requests) => searchedRows(requests, search, textsOf), search)}
      </div>
    </div>
  )
}
