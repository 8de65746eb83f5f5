import { type VersionDifference, versionDifference } from '#app/text/version-difference.ts'
import { ForeignText } from '#app/ui/untrusted/foreign-text.tsx'
import classes from './mirrors.module.css'

const words: Record<VersionDifference, string> = {
  same: 'same as Bitbucket',
  older: 'older than Bitbucket',
  newer: 'newer than Bitbucket',
  'not-comparable': 'cannot be compared with Bitbucket',
}

const NOT_COMPARED = 'not compared with Bitbucket'

/**
 * A mirror's version, compared with the upstream's where that is known. In a list the same version needs no word.
 *
 * @param upstreamVersion `null` while it is not known: in detail this is said instead of the comparison.
 */
export const VersionCell = ({
  version,
  upstreamVersion,
  isDetailed,
}: {
  version: string | null
  upstreamVersion: string | null
  isDetailed: boolean
}) => {
  const difference = versionDifference(version, upstreamVersion)
  const isTold = isDetailed || difference === 'older' || difference === 'newer'
  return (
    <span className={classes.stack}>
      <ForeignText inline>{version ?? 'not given'}</ForeignText>
      {isTold ? (
        <span
          className={classes.small}
          {...(upstreamVersion === null ? {} : { title: `Bitbucket has ${upstreamVersion}` })}
        >
          {upstreamVersion === null ? NOT_COMPARED : isDetailed ? words[difference] : difference}
        </span>
      ) : null}
    </span>
  )
}
