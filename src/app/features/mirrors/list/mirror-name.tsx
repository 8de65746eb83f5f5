import type { MirrorServer } from '#contract/mirror-server.ts'
import { SilencedUntil } from '#app/domain/mirror/silence/silenced-until.tsx'
import { Identifier } from '#app/ui/untrusted/identifier.tsx'
import { NameDoubt } from '#app/ui/untrusted/name-doubt.tsx'
import { mirrorAddress } from '#app/features/mirrors/details/mirror-address.ts'
import { mirrorNameOf } from '#app/domain/mirror/mirror-name-of.ts'
import { NamedLink } from '#app/ui/untrusted/named-link.tsx'
import classes from '#app/features/mirrors/mirrors.module.css'
import { PreferredMark } from '#app/features/mirrors/preferred-mark.tsx'

/**
 * A mirror's name, linked to its page where its id can be used in an address, and marked when it is the user's choice or
 * may be mistaken for another.
 */
export const MirrorName = ({
  mirror,
  isPreferred,
  doubt,
  isDetailed = false,
  listQuery = '',
}: {
  mirror: MirrorServer
  isPreferred: boolean
  /** What the eye may get wrong about the name. */
  doubt: string | undefined
  /** With the id below. */
  isDetailed?: boolean
  /** The query string of the list that it is in. */
  listQuery?: string
}) => (
  <span className={classes.name}>
    <NamedLink id={mirror.id} to={(id) => mirrorAddress(id, { listQuery })} showsWhy>
      {mirrorNameOf(mirror)}
    </NamedLink>
    <NameDoubt doubt={doubt} />
    {isPreferred ? <PreferredMark /> : null}
    <SilencedUntil mirrorId={mirror.id} isShort={!isDetailed} />
    {isDetailed ? (
      <span className={classes.id}>
        <Identifier>{mirror.id}</Identifier>
      </span>
    ) : null}
  </span>
)
