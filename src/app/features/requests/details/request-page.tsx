import { useQuery } from '@tanstack/react-query'
import { useNavigate, useParams } from 'react-router'
import { isSafeId } from '#contract/path.ts'
import { problemOf } from '#app/api/problem.ts'
import { requestQuery } from '#app/domain/request/requests.ts'
import { paths } from '#app/paths.ts'
import { FactsSkeleton } from '#app/ui/page/facts-skeleton.tsx'
import { ForeignText } from '#app/ui/untrusted/foreign-text.tsx'
import { plainOf } from '#app/text/hidden-characters.ts'
import { Page } from '#app/ui/page/page.tsx'
import { ProblemPanel, type ProblemWords } from '#app/ui/page/problem-panel.tsx'
import { StaleNotice } from '#app/ui/page/stale-notice.tsx'
import { TextLink } from '#app/ui/page/text-link.tsx'
import { mirrorNameOf } from '#app/domain/mirror/mirror-name-of.ts'
import { PendingRequest } from './pending-request.tsx'
import { RequestActions } from '#app/features/requests/list/request-actions.tsx'
import { RequestFacts } from './request-facts.tsx'
import { useDecision } from '#app/features/requests/decision/use-decision.tsx'

const CONTEXT = 'A mirroring request. Bitbucket does not say who sent it, when, or from where.'

const gone = {
  title: 'There is no request with this id',
  meaning: 'It may have been deleted, or the address is wrong.',
  isFinal: true,
}

/** Bitbucket answers 409 for a request that does not exist. Source: the vendor's REST reference. */
const problemWords: ProblemWords = {
  'not-permitted': { title: 'You are not permitted to see mirroring requests', isFinal: true },
  'not-found': gone,
  conflict: gone,
}

/** One request with all that it says. */
export const RequestPage = () => {
  const { id = '' } = useParams()
  const query = useQuery(requestQuery(id))
  const navigate = useNavigate()
  const { decide, dialog } = useDecision(() => void navigate(paths.requests))
  const { data: request, error } = query
  const isGone = error !== null && ['conflict', 'not-found'].includes(problemOf(error).kind)
  if (request === undefined || isGone) {
    return (
      <Page title="Mirroring request" context={error === null ? CONTEXT : null}>
        {error ? (
          <ProblemPanel error={error} words={problemWords} onRetry={() => void query.refetch()}>
            <TextLink to={paths.requests}>See all mirroring requests</TextLink>
          </ProblemPanel>
        ) : (
          <FactsSkeleton />
        )}
        {dialog}
      </Page>
    )
  }
  const { mirrorId } = request
  const name = mirrorNameOf(request)
  return (
    <Page
      title={plainOf(name)}
      heading={<ForeignText inline>{name}</ForeignText>}
      context={CONTEXT}
      actions={<RequestActions request={request} decide={decide} />}
    >
      <StaleNotice error={error} updatedAt={query.dataUpdatedAt} />
      {request.state === 'PENDING' ? (
        <PendingRequest request={request} />
      ) : (
        <RequestFacts request={request} withState />
      )}
      {request.state === 'ACCEPTED' && mirrorId !== null && isSafeId(mirrorId) ? (
        <TextLink to={paths.mirror(mirrorId)}>Open the mirror server</TextLink>
      ) : null}
      <TextLink to={paths.requests}>All mirroring requests</TextLink>
      {dialog}
    </Page>
  )
}
