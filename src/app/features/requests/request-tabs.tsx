import { useInfiniteQuery } from '@tanstack/react-query'
import { Link, useSearchParams } from 'react-router'
import type { RequestState } from '#contract/mirroring-request.ts'
import { requestsQuery } from '#app/data/requests.ts'
import { paths } from '#app/paths.ts'
import classes from './requests.module.css'

const tabs: readonly { readonly state: RequestState | null; readonly word: string }[] = [
  { state: 'PENDING', word: 'Pending' },
  { state: 'ACCEPTED', word: 'Accepted' },
  { state: 'REJECTED', word: 'Rejected' },
  { state: null, word: 'All' },
]

/** How many requests are pending, with a plus while more are on the server. */
const PendingCount = () => {
  const { data, hasNextPage } = useInfiniteQuery(requestsQuery('PENDING'))
  if (data === undefined) return null
  return (
    <span className={classes.count}>
      {data.rows.length.toLocaleString('en')}
      {hasNextPage || data.fault !== null ? '+' : ''}
    </span>
  )
}

/** The states as links, so that each has an address. Search and sort stay. */
export const RequestTabs = ({ state }: { state: RequestState | null }) => {
  const [params] = useSearchParams()
  const addressOf = (word: string) => {
    const next = new URLSearchParams(params)
    next.set('state', word.toLowerCase())
    return `${paths.requests}?${next.toString()}`
  }
  return (
    <nav aria-label="State" className={classes.tabs}>
      {tabs.map((tab) => (
        <Link
          key={tab.word}
          to={addressOf(tab.word)}
          preventScrollReset
          className={classes.tab}
          aria-current={tab.state === state ? 'page' : undefined}
        >
          {tab.word} {tab.state === 'PENDING' ? <PendingCount /> : null}
        </Link>
      ))}
    </nav>
  )
}
