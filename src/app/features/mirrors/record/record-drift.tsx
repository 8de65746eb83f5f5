import type { MirrorServer } from '#contract/mirror-server.ts'
import { driftOf } from '#app/domain/mirror/first-seen.ts'
import { useFirstSight } from '#app/domain/mirror/use-first-sight.ts'
import classes from '#app/features/mirrors/mirrors.module.css'
import { recordFactWords } from './record-fact-words.ts'
import { ForeignText } from '#app/ui/untrusted/foreign-text.tsx'
import { TimeAgo } from '#app/ui/page/time-ago.tsx'

const Value = ({ text }: { text: string | null }) =>
  text === null ? 'not given' : <ForeignText isAddress>{text}</ForeignText>

/** How the record changed since this browser first saw it. */
export const RecordDrift = ({ mirror }: { mirror: MirrorServer }) => {
  const first = useFirstSight(mirror)
  if (first === null) {
    return (
      <p className={classes.prose}>
        First time seen in this browser. From now on it remembers the record and shows how it changes;
        Bitbucket keeps no history.
      </p>
    )
  }
  const drift = driftOf(first, mirror)
  return (
    <div className={classes.stack}>
      <p className={classes.prose}>
        {drift.length === 0 ? 'The record has not changed' : 'The record changed'} since this browser first
        saw it, <TimeAgo instant={first.at} both />.
      </p>
      {drift.length === 0 ? null : (
        <ul aria-label="What changed">
          {drift.map(({ fact, before, now }) => (
            <li key={fact}>
              {recordFactWords[fact]}: <Value text={before} /> → <Value text={now} />
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
