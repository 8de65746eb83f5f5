import { useQuery } from '@tanstack/react-query'
import type { MirrorServer } from '#contract/mirror-server.ts'
import { problemOf } from '#app/api/problem.ts'
import { problemText } from '#app/api/problem-text.ts'
import { upstreamVersionQuery } from '#app/domain/upstream/upstream.ts'
import { type VersionDifference, versionDifference } from '#app/text/version-difference.ts'
import { paths } from '#app/paths.ts'
import { ForeignText } from '#app/ui/untrusted/foreign-text.tsx'
import { TextLink } from '#app/ui/page/text-link.tsx'
import { numberText } from '#app/text/number-text.ts'
import { OverviewCard } from './overview-card.tsx'
import classes from './overview.module.css'

const words: Record<VersionDifference, string> = {
  older: 'older than Bitbucket',
  newer: 'newer than Bitbucket',
  'not-comparable': 'cannot be compared',
  same: 'same as Bitbucket',
}

const ORDER: readonly VersionDifference[] = ['older', 'newer', 'not-comparable', 'same']

/** The versions of the mirrors compared with Bitbucket's, and its clock compared with this browser's. */
export const VersionsCard = ({
  mirrors,
  clockNote,
}: {
  mirrors: readonly MirrorServer[]
  /** What there is to say about the clocks; `null` for nothing. */
  clockNote: string | null
}) => {
  const { data, error } = useQuery(upstreamVersionQuery)
  const version = data?.version ?? null
  const differences = mirrors.map(({ productVersion }) => versionDifference(productVersion, version))
  const counts = ORDER.map((difference) => ({
    difference,
    count: differences.filter((one) => one === difference).length,
  })).filter(({ count }) => count > 0)
  return (
    <OverviewCard title="Versions and clocks">
      {version === null ? (
        <p className={classes.dim}>
          {error === null
            ? 'Reading'
            : `Bitbucket's version is not known: ${problemText[problemOf(error).kind].title}.`}
        </p>
      ) : (
        <>
          <p>
            Bitbucket <ForeignText inline>{version}</ForeignText>
          </p>
          <ul className={classes.list}>
            {counts.map(({ difference, count }) => (
              <li key={difference}>{`${numberText(count)} ${words[difference]}`}</li>
            ))}
          </ul>
          {counts.length === 0 ? null : (
            <TextLink to={`${paths.mirrors}?sort=version.asc`}>Mirrors by version</TextLink>
          )}
        </>
      )}
      <p className={classes.dim}>{clockNote ?? "Bitbucket's clock and this browser's agree."}</p>
    </OverviewCard>
  )
}
