import type { MirrorServer } from '#contract/mirror-server.ts'
import { isSafeId } from '#contract/path.ts'
import { ForeignText } from '#app/ui/untrusted/foreign-text.tsx'
import { Identifier } from '#app/ui/untrusted/identifier.tsx'
import { NameDoubt } from '#app/ui/untrusted/name-doubt.tsx'
import { mirrorAddress } from '#app/features/mirrors/details/mirror-address.ts'
import { mirrorNameOf } from '#app/domain/mirror/mirror-name-of.ts'
import { TextLink } from '#app/ui/page/text-link.tsx'
import classes from '#app/features/mirrors/mirrors.module.css'
import { PreferredMark } from '#app/features/mirrors/preferred-mark.tsx'

/**
 * A mirror's name, linked to its page where its id can stand in an address, and marked when it is one's own choice or
 * may be taken for another.
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
  /** The query string of the list that it stands in. */
  listQuery?: string
}) => {
  const name = <ForeignText inline>{mirrorNameOf(mirror)}</ForeignText>
  return (
    <span className={classes.name}>
      {isSafeId(mirror.id) ? (
        <TextLink to={mirrorAddress(mirror.id, { listQuery })}>{name}</TextLink>
      ) : (
        <span title="Its id has characters that cannot stand in an address, so it has no page.">
          {name} (no page: unusable id)
        </span>
      )}
      <NameDoubt doubt={doubt} />
      {isPreferred ? <PreferredMark /> : null}
      {isDetailed ? (
        <span className={classes.id}>
          <Identifier>{mirror.id}</Identifier>
        </span>
      ) : null}
    </span>
  )
}
