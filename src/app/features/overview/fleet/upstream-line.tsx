import { useQuery } from '@tanstack/react-query'
import { problemOf } from '#app/api/problem.ts'
import { problemText } from '#app/api/problem-text.ts'
import { upstreamVersionQuery } from '#app/domain/upstream/upstream.ts'
import { useUpstreamClock } from '#app/domain/upstream/use-upstream-clock.ts'
import { paths } from '#app/paths.ts'
import { TextLink } from '#app/ui/page/text-link.tsx'
import { ForeignText } from '#app/ui/untrusted/foreign-text.tsx'
import classes from '#app/features/overview/overview.module.css'

/** The upstream in one line: its version, and how its clock and this browser's agree. */
export const UpstreamLine = () => {
  const { data, error } = useQuery(upstreamVersionQuery)
  const { note } = useUpstreamClock()
  const version = data?.version ?? null
  return (
    <div className={classes.names}>
      <TextLink to={paths.upstream}>
        {version === null ? (
          'Upstream'
        ) : (
          <>
            Bitbucket <ForeignText inline>{version}</ForeignText>
          </>
        )}
      </TextLink>
      {version === null ? (
        <span>
          {error === null
            ? 'Reading'
            : `Bitbucket's version is not known: ${problemText[problemOf(error).kind].title}.`}
        </span>
      ) : null}
      <span className={classes.dim}>{note ?? "Bitbucket's clock and this browser's agree."}</span>
    </div>
  )
}
