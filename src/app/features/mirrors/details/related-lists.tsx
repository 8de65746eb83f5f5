import { useQuery } from '@tanstack/react-query'
import type { MirrorServer } from '#contract/mirror-server.ts'
import { isWhole } from '#app/api/presence.ts'
import { mirrorNameOf } from '#app/domain/mirror/mirror-name-of.ts'
import { mirrorsQuery } from '#app/domain/mirror/mirrors.ts'
import { numberText } from '#app/text/number-text.ts'
import { paths } from '#app/paths.ts'
import { NamedLink } from '#app/ui/untrusted/named-link.tsx'
import classes from '#app/features/mirrors/mirrors.module.css'
import { detailsStyles } from './details-styles.ts'
import { relatedMirrors } from './related-mirrors.ts'

/** Mirrors that are named; the others are counted. */
const NAMED = 5

const Related = ({
  name,
  mirrors,
  isAll,
}: {
  name: string
  mirrors: readonly MirrorServer[]
  isAll: boolean
}) => (
  <div>
    <dt className={classes.count}>{name}</dt>
    <dd style={detailsStyles.row}>
      {mirrors.length === 0 ? (isAll ? 'none' : 'none among those that could be read') : null}
      {mirrors.slice(0, NAMED).map((mirror) => (
        <NamedLink key={mirror.id} id={mirror.id} to={paths.mirror}>
          {mirrorNameOf(mirror)}
        </NamedLink>
      ))}
      {mirrors.length > NAMED ? <span>{`and ${numberText(mirrors.length - NAMED)} more`}</span> : null}
    </dd>
  </div>
)

/** The other mirrors on the same host and with the same version. */
export const RelatedLists = ({ mirror }: { mirror: MirrorServer }) => {
  const { data } = useQuery(mirrorsQuery)
  if (data === undefined) return null
  const { sameHost, sameVersion } = relatedMirrors(mirror, data.rows)
  return (
    <dl style={detailsStyles.presents}>
      <Related name="Others on this host" mirrors={sameHost} isAll={isWhole(data)} />
      <Related name="Others with this version" mirrors={sameVersion} isAll={isWhole(data)} />
    </dl>
  )
}
