import { type VersionDifference, versionDifference } from '#app/data/version-difference.ts'
import { ForeignText } from '#app/ui/foreign-text.tsx'
import classes from './mirrors.module.css'

const words: Record<VersionDifference, string> = {
  same: 'same as Bitbucket',
  older: 'older than Bitbucket',
  newer: 'newer than Bitbucket',
  'not-comparable': 'cannot be compared with Bitbucket',
}

/**
 * A mirror's version, and how it stands to the upstream's where that is known. The same version is worth no word in a
 * row of many.
 *
 * @param upstreamVersion `null` while it is not known: nothing is said then.
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
  const isTold = upstreamVersion !== null && (isDetailed || difference === 'older' || difference === 'newer')
  return (
    <span className={classes.stack}>
      <ForeignText inline>{version ?? 'not given'}</ForeignText>
      {isTold ? (
        <span className={classes.small} title={`Bitbucket has ${upstreamVersion}`}>
          {isDetailed ? words[difference] : difference}
        </span>
      ) : null}
    </span>
  )
}
