import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { RequestState } from '#contract/mirroring-request.ts'
import { sessionQuery } from '#app/domain/session/session.ts'
import { paths } from '#app/paths.ts'
import { EmptyState } from '#app/ui/page/empty-state.tsx'
import { ForeignText } from '#app/ui/untrusted/foreign-text.tsx'
import { Identifier } from '#app/ui/untrusted/identifier.tsx'
import { TextLink } from '#app/ui/page/text-link.tsx'

const titles: Record<RequestState | 'ALL', string> = {
  PENDING: 'No mirror is waiting for a decision.',
  ACCEPTED: 'No request has been accepted.',
  REJECTED: 'No request has been rejected.',
  ALL: 'No mirror has asked to join.',
}

/** An empty list of requests, and the next step. */
export const NoRequests = ({
  state,
  search,
  onClear,
}: {
  state: RequestState | null
  search: string
  onClear: () => void
}) => {
  const { data: session } = useQuery(sessionQuery)
  if (search !== '') {
    return (
      <EmptyState title="No request matches the search.">
        <p>
          Nothing has <ForeignText inline>{search}</ForeignText> in its name, id or address.
        </p>
        <Button variant="default" onClick={onClear}>
          Clear search
        </Button>
      </EmptyState>
    )
  }
  return (
    <EmptyState title={titles[state ?? 'ALL']}>
      {state === 'ACCEPTED' || state === 'REJECTED' ? (
        <TextLink to={paths.requests}>See pending requests</TextLink>
      ) : (
        <p>
          A mirror asks to join when it is set up with the address of this Bitbucket
          {session ? (
            <>
              : <Identifier>{session.upstream}</Identifier>
            </>
          ) : null}
          . Its request then appears here.
        </p>
      )}
    </EmptyState>
  )
}
