import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react'
import { useMemo } from 'react'
import type { MirrorServer } from '#contract/mirror-server.ts'
import { isSafeId } from '#contract/path.ts'
import { isWhole } from '#app/api/presence.ts'
import { mirrorNameOf } from '#app/domain/mirror/mirror-name-of.ts'
import { paths } from '#app/paths.ts'
import { plainOf } from '#app/text/hidden-characters.ts'
import { sortedRows } from '#app/ui/table/sorted-rows.ts'
import { sortOf } from '#app/ui/table/use-table-params.ts'
import { TextLink } from '#app/ui/page/text-link.tsx'
import { numberText } from '#app/text/number-text.ts'
import { type MirrorTab, mirrorAddress } from './mirror-address.ts'
import classes from '#app/features/mirrors/mirrors.module.css'
import { useMirrorList } from '#app/features/mirrors/list/use-mirror-list.ts'

/** Links to the mirrors before and after this one in the list that the user came from, and back to that list. */
export const Neighbours = ({
  mirrorId,
  tab,
  listQuery,
}: {
  mirrorId: string
  tab: MirrorTab
  listQuery: string
}) => {
  const params = useMemo(() => new URLSearchParams(listQuery), [listQuery])
  const { query, rows, columns } = useMirrorList(params)
  const inOrder = useMemo(
    () => sortedRows(rows ?? [], columns, sortOf(params.get('sort'))).filter(({ id }) => isSafeId(id)),
    [rows, columns, params],
  )
  const place = inOrder.findIndex(({ id }) => id === mirrorId)
  // As the navigation counts, in few letters: on a phone all of this has one line.
  const total = `${numberText(inOrder.length)}${query.data && isWhole(query.data) ? '' : '+'}`
  const link = (mirror: MirrorServer | undefined, word: 'Previous' | 'Next') => {
    const Icon = word === 'Previous' ? IconChevronLeft : IconChevronRight
    // The same width without a mirror there: the order is known a moment after the page, and nothing is to move then.
    if (place === -1 || mirror === undefined) {
      return (
        <span aria-hidden className={classes.neighbour} data-absent>
          <Icon size={16} />
          {word}
        </span>
      )
    }
    return (
      <TextLink
        to={mirrorAddress(mirror.id, { tab, listQuery })}
        aria-label={`${word}: ${plainOf(mirrorNameOf(mirror))}`}
        className={classes.neighbour}
      >
        <Icon size={16} aria-hidden />
        {word}
      </TextLink>
    )
  }
  return (
    <nav aria-label="In the list of mirror servers" className={classes.neighbours}>
      <TextLink to={paths.mirrors + (listQuery === '' ? '' : `?${listQuery}`)}>All mirror servers</TextLink>
      {link(inOrder[place - 1], 'Previous')}
      <span className={classes.place}>{place === -1 ? null : `${numberText(place + 1)} of ${total}`}</span>
      {link(inOrder[place + 1], 'Next')}
    </nav>
  )
}
