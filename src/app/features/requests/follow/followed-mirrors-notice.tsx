import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { MirrorServer } from '#contract/mirror-server.ts'
import { isSafeId } from '#contract/path.ts'
import { type FollowState, followIntervalOf, followStateOf } from '#app/domain/request/follow-state.ts'
import { type FollowedMirror, followedMirrors } from '#app/domain/request/followed-mirrors.ts'
import { mirrorsQuery } from '#app/domain/mirror/mirrors.ts'
import type { PagedList } from '#app/api/paged-list.ts'
import { paths } from '#app/paths.ts'
import { ForeignText } from '#app/ui/untrusted/foreign-text.tsx'
import { StateMark, type Tone } from '#app/ui/page/state-mark.tsx'
import { useNow } from '#app/browser/use-now.ts'
import { TextLink } from '#app/ui/page/text-link.tsx'
import stripClasses from '#app/ui/page/strip.module.css'
import classes from './followed-mirrors.module.css'

/** More than this many are counted, not listed. */
const LISTED = 3

const words: Record<FollowState, { readonly tone: Tone; readonly words: string }> = {
  waiting: { tone: 'busy', words: 'waiting for its first heartbeat' },
  seen: { tone: 'good', words: 'seen for the first time' },
  overdue: { tone: 'attention', words: 'no heartbeat for 10 minutes' },
  gone: { tone: 'off', words: 'no longer a mirror server' },
}

const Row = ({ followed, state }: { followed: FollowedMirror; state: FollowState }) => (
  <li className={classes.row}>
    <strong>
      <ForeignText inline>{followed.name}</ForeignText>
    </strong>
    <StateMark tone={words[state].tone}>{words[state].words}</StateMark>
    {isSafeId(followed.mirrorId) && state !== 'gone' ? (
      <TextLink to={paths.mirror(followed.mirrorId)}>Open the mirror server</TextLink>
    ) : null}
  </li>
)

/** In how many ms the list is read again; `false` when no mirror is waited for any more. */
const nextReadIn = (
  followed: readonly FollowedMirror[],
  list: PagedList<MirrorServer> | undefined,
): number | false => {
  const now = Date.now()
  const isWaiting = followed.some((one) => followStateOf(one, list, now) === 'waiting')
  return isWaiting ? followIntervalOf(Math.max(...followed.map(({ since }) => since)), now) : false
}

/** The mirrors that were accepted just now, until each is seen for the first time. It stays over all pages. */
export const FollowedMirrors = () => {
  const followed = followedMirrors.use()
  const now = useNow()
  const { data, dataUpdatedAt } = useQuery({
    ...mirrorsQuery,
    refetchInterval: ({ state: { data: list } }) => nextReadIn(followed, list),
  })
  const states = followed.map((one) => ({
    followed: one,
    // A list from before the acceptance knows nothing of it.
    state: followStateOf(one, dataUpdatedAt > one.since ? data : undefined, now),
  }))
  const rest = states.slice(LISTED)
  const waiting = rest.filter(({ state }) => state === 'waiting').length
  return (
    <section aria-label="Accepted mirrors" className={stripClasses.strip}>
      <ul role="status" className={classes.list}>
        {states.slice(0, LISTED).map((one) => (
          <Row key={one.followed.mirrorId} {...one} />
        ))}
        {rest.length === 0 ? null : (
          <li className={classes.row}>
            And {rest.length} more, {waiting} of them waiting for a first heartbeat.
          </li>
        )}
      </ul>
      <Button variant="default" size="xs" onClick={() => followedMirrors.set([])}>
        Stop following
      </Button>
    </section>
  )
}
