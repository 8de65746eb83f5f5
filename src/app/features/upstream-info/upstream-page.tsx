import { useQuery } from '@tanstack/react-query'
import { problemOf } from '#app/api/problem.ts'
import { problemText } from '#app/api/problem-text.ts'
import { sessionQuery } from '#app/domain/session/session.ts'
import { analyticsQuery, upstreamVersionQuery } from '#app/domain/upstream/upstream.ts'
import { Address } from '#app/ui/untrusted/address.tsx'
import { Facts } from '#app/ui/page/facts.tsx'
import { ForeignText } from '#app/ui/untrusted/foreign-text.tsx'
import { Page } from '#app/ui/page/page.tsx'
import { ProblemPanel } from '#app/ui/page/problem-panel.tsx'
import { StaleNotice } from '#app/ui/page/stale-notice.tsx'
import { EntitlementNumber } from './entitlement-number.tsx'
import { ClockDifference, ServerTime } from './server-clock.tsx'

const flag = (value: boolean | null): string => {
  if (value === null) return 'Not known: Bitbucket does not say'
  return value ? 'Yes' : 'No'
}

/** The Bitbucket that this console speaks to. */
export const UpstreamPage = () => {
  const { data: session } = useQuery(sessionQuery)
  const version = useQuery(upstreamVersionQuery)
  const analytics = useQuery(analyticsQuery)
  const { data } = analytics
  const waiting =
    version.error === null ? 'Reading' : `Not known: ${problemText[problemOf(version.error).kind].title}`
  const versionFact = (name: string, fact: 'displayName' | 'version' | 'buildNumber') => ({
    name,
    value: version.data ? <ForeignText>{version.data[fact] ?? 'not given'}</ForeignText> : waiting,
  })
  return (
    <Page
      title="Upstream"
      context="The Bitbucket that this console speaks to, and what it says about itself."
    >
      <StaleNotice error={data ? analytics.error : null} updatedAt={analytics.dataUpdatedAt} />
      <Facts
        facts={[
          { name: 'Address', value: <Address address={session?.upstream ?? null} /> },
          versionFact('Product', 'displayName'),
          versionFact('Version', 'version'),
          versionFact('Build number', 'buildNumber'),
          ...(data
            ? [
                { name: 'Server time', value: <ServerTime offsetMs={data.offsetMs} /> },
                {
                  name: 'Clock difference',
                  value: <ClockDifference offsetMs={data.offsetMs} uncertaintyMs={data.uncertaintyMs} />,
                },
                { name: 'May collect analytics', value: flag(data.canCollectAnalytics) },
                {
                  name: 'Support entitlement number',
                  value: <EntitlementNumber number={data.supportEntitlementNumber} />,
                },
              ]
            : []),
        ]}
      />
      {data === undefined && analytics.error !== null ? (
        <ProblemPanel
          error={analytics.error}
          refusedTitle="You are not permitted to see Bitbucket's clock and analytics settings"
          onRetry={() => void analytics.refetch()}
        />
      ) : null}
    </Page>
  )
}
