import { Button } from '@mantine/core'
import { useState } from 'react'
import { counted } from '#app/text/counted.ts'
import { numberText } from '#app/text/number-text.ts'
import { pluralOf } from '#app/text/plural-of.ts'
import { paths } from '#app/paths.ts'
import { StateIcon } from '#app/ui/page/state-mark.tsx'
import { TimeAgo } from '#app/ui/page/time-ago.tsx'
import { NamedLink } from '#app/ui/untrusted/named-link.tsx'
import { lossTone, lossWords } from './loss-words.ts'
import type { Losses } from './losses.ts'
import classes from './sentence.module.css'

/** Projects that are listed; more would hide what comes after them. */
const LISTED = 10

/** What the going of mirrors means: how many projects lose their last mirror, which, and how much was not asked. */
export const LossSummary = ({ losses }: { losses: Losses }) => {
  const { losing, oldest, old } = losses
  const [isLong, setLong] = useState(false)
  const listed = isLong ? losing : losing.slice(0, LISTED)
  const more = losing.length - listed.length
  return (
    <>
      <p className={classes.sentence}>
        <StateIcon tone={lossTone(losses)} />
        <span>
          {lossWords(losses)}
          {oldest === null ? null : (
            <>
              {' '}
              The oldest answer came <TimeAgo instant={oldest} />
              {old > 0
                ? `; ${counted(old, 'project')} ${pluralOf(old, 'has', 'have')} answers older than a day`
                : ''}
              .
            </>
          )}
        </span>
      </p>
      {losing.length === 0 ? null : (
        <ul aria-label="Projects that lose their last mirror" className={classes.list}>
          {listed.map(({ id, name }) => (
            <li key={id}>
              <NamedLink id={id} to={paths.project}>
                {name}
              </NamedLink>
            </li>
          ))}
          {more > 0 ? (
            <li>
              <Button size="xs" variant="default" onClick={() => setLong(true)}>
                Show {numberText(more)} more
              </Button>
            </li>
          ) : null}
        </ul>
      )}
    </>
  )
}
