import { usePagedList } from '#app/api/use-paged-list.ts'
import { mirrorNameOf } from '#app/domain/mirror/mirror-name-of.ts'
import { countText } from '#app/api/count-text.ts'
import { problemOf } from '#app/api/problem.ts'
import { problemText } from '#app/api/problem-text.ts'
import { requestsQuery } from '#app/domain/request/requests.ts'
import { paths } from '#app/paths.ts'
import { NamedLink } from '#app/ui/untrusted/named-link.tsx'
import { TextLink } from '#app/ui/page/text-link.tsx'
import { pluralOf } from '#app/text/plural-of.ts'
import { OverviewCard } from './overview-card.tsx'
import classes from './overview.module.css'

/** Names that are shown; the list has them all. */
const NAMED = 5

/** How many mirrors ask to join, and the first of them. */
export const PendingCard = () => {
  const { data, error } = usePagedList(requestsQuery('PENDING'))
  return (
    <OverviewCard title="Pending requests">
      {data === undefined ? (
        <p className={classes.dim}>
          {error === null
            ? 'Reading'
            : problemOf(error).kind === 'not-permitted'
              ? 'You are not permitted to see mirroring requests.'
              : `${problemText[problemOf(error).kind].title}.`}
        </p>
      ) : (
        <>
          <TextLink to={paths.requests} className={classes.number}>
            {countText(data)} <span>{pluralOf(data.rows.length, 'waits', 'wait')} for a decision</span>
          </TextLink>
          <ul className={classes.list} data-cut>
            {data.rows.slice(0, NAMED).map((request) => (
              <li key={request.id}>
                <NamedLink id={request.id} to={paths.request}>
                  {mirrorNameOf(request)}
                </NamedLink>
              </li>
            ))}
          </ul>
        </>
      )}
    </OverviewCard>
  )
}
