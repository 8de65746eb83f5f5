import { usePagedList } from '#app/api/use-paged-list.ts'
import { useSearchParams } from 'react-router'
import type { RequestState } from '#contract/mirroring-request.ts'
import { isWhole } from '#app/api/presence.ts'
import { requestsQuery } from '#app/domain/request/requests.ts'
import { numberText } from '#app/text/number-text.ts'
import { paths } from '#app/paths.ts'
import { TabLinks } from '#app/ui/page/tab-links.tsx'
import classes from '#app/features/requests/requests.module.css'

const WORDS = ['Pending', 'Accepted', 'Rejected', 'All'] as const

/** How many requests are pending, as far as they were read: short, so that no tab moves when it comes; whole when spoken. */
const PendingCount = () => {
  const { data } = usePagedList(requestsQuery('PENDING'))
  return (
    <>
      {' '}
      {data && !isWhole(data) ? <span className="visually-hidden">at least</span> : null}{' '}
      <span className={classes.count}>
        {data && numberText(data.rows.length)}
        {data && !isWhole(data) ? <span aria-hidden>+</span> : null}
      </span>
    </>
  )
}

/** The states as links, so that each has an address. Search and sort stay. */
export const RequestTabs = ({ state }: { state: RequestState | null }) => {
  const [params] = useSearchParams()
  const addressOf = (id: string) => {
    const next = new URLSearchParams(params)
    next.set('state', id)
    return `${paths.requests}?${next.toString()}`
  }
  return (
    <TabLinks
      label="State"
      current={(state ?? 'ALL').toLowerCase()}
      tabs={WORDS.map((word) => ({
        id: word.toLowerCase(),
        word,
        to: addressOf(word.toLowerCase()),
        mark: word === 'Pending' ? <PendingCount /> : null,
      }))}
    />
  )
}
