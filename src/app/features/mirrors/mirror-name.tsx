import { Anchor } from '@mantine/core'
import { Link } from 'react-router'
import type { MirrorServer } from '#contract/mirror-server.ts'
import { isSafeId } from '#contract/path.ts'
import { paths } from '#app/paths.ts'
import { ForeignText } from '#app/ui/foreign-text.tsx'
import { mirrorNameOf } from './mirror-name-of.ts'
import classes from './mirrors.module.css'
import { PreferredMark } from './preferred-mark.tsx'

/** A mirror's name, linked to its page where its id can stand in an address, and marked when it is one's own choice. */
export const MirrorName = ({ mirror, isPreferred }: { mirror: MirrorServer; isPreferred: boolean }) => {
  const name = <ForeignText inline>{mirrorNameOf(mirror)}</ForeignText>
  return (
    <span className={classes.name}>
      {isSafeId(mirror.id) ? (
        <Anchor component={Link} to={paths.mirror(mirror.id)} inherit>
          {name}
        </Anchor>
      ) : (
        <span title="Its id has characters that cannot stand in an address, so it has no page.">
          {name} (no page: unusable id)
        </span>
      )}
      {isPreferred ? <PreferredMark /> : null}
    </span>
  )
}
