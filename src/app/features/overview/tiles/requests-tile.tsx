import { countText } from '#app/api/count-text.ts'
import { problemOf } from '#app/api/problem.ts'
import { problemText } from '#app/api/problem-text.ts'
import { isEmpty, isWhole } from '#app/api/presence.ts'
import { usePagedList } from '#app/api/use-paged-list.ts'
import { mirrorNameOf } from '#app/domain/mirror/mirror-name-of.ts'
import { requestsQuery } from '#app/domain/request/requests.ts'
import { numberText } from '#app/text/number-text.ts'
import { pluralOf } from '#app/text/plural-of.ts'
import { paths } from '#app/paths.ts'
import { TextLink } from '#app/ui/page/text-link.tsx'
import { NamedLink } from '#app/ui/untrusted/named-link.tsx'
import { Tile } from './tile.tsx'

/** Names that are shown; the list has them all. */
const NAMED = 3

/** Who waits for a decision; nothing for those who may not list requests. */
export const RequestsTile = () => {
  const { data, error } = usePagedList(requestsQuery('PENDING'))
  if (error !== null && problemOf(error).kind === 'not-permitted') return null
  const question = 'Who waits'
  if (data === undefined) {
    // A line below it too: who waits comes last, and nothing is to move then.
    return (
      <Tile question={question} detail={'\u00a0'}>
        {error === null ? 'Reading' : `Not known: ${problemText[problemOf(error).kind].title}`}
      </Tile>
    )
  }
  const more = data.rows.length - NAMED
  return (
    <Tile
      question={question}
      detail={
        <>
          {data.rows.slice(0, NAMED).map((request, at) => (
            <span key={request.id}>
              {at > 0 ? ', ' : null}
              <NamedLink id={request.id} to={paths.request}>
                {mirrorNameOf(request)}
              </NamedLink>
            </span>
          ))}
          {more > 0 ? ` and ${isWhole(data) ? '' : 'at least '}${numberText(more)} more` : null}
        </>
      }
    >
      <TextLink to={paths.requests}>
        {isEmpty(data)
          ? 'No request waits'
          : `${countText(data)} ${pluralOf(data.rows.length, 'waits', 'wait')} for a decision`}
      </TextLink>
    </Tile>
  )
}
