import { Button } from '@mantine/core'
import { Fragment, useState } from 'react'
import type { MirrorServer } from '#contract/mirror-server.ts'
import type { Verdicts } from '#health/fleet-verdicts.ts'
import { verdictWord } from '#app/domain/mirror/verdict-words.ts'
import { cannotServe } from '#health/verdict-severity.ts'
import { counted } from '#app/text/counted.ts'
import { numberText } from '#app/text/number-text.ts'
import { StateIcon } from '#app/ui/page/state-mark.tsx'
import { ForeignText } from '#app/ui/untrusted/foreign-text.tsx'
import sentenceClasses from '#app/domain/coverage/sentence.module.css'
import classes from './coverage.module.css'

/** Mirrors named; more would push the matrix off the screen. */
const NAMED = 5

/** Ids in the order in which they came: one that comes later pushes no other away. */
const useArrivalOrder = (ids: readonly string[]): readonly string[] => {
  const [before, setOrder] = useState<readonly string[]>([])
  const after = [...before.filter((id) => ids.includes(id)), ...ids.filter((id) => !before.includes(id))]
  if (after.join(' ') !== before.join(' ')) setOrder(after)
  return after
}

/**
 * Which mirrors of the matrix cannot serve now, whatever they answered earlier, and the way to judge without them.
 * Nothing where all can.
 */
export const CannotServe = ({
  mirrors,
  verdicts,
  onLeaveOut,
}: {
  mirrors: readonly MirrorServer[]
  verdicts: Verdicts
  onLeaveOut: (mirrorIds: readonly string[]) => void
}) => {
  const found = mirrors.flatMap(({ id, name }) => {
    const verdict = verdicts.get(id)
    return verdict && cannotServe(verdict.kind) ? [{ id, name, verdict }] : []
  })
  const order = useArrivalOrder(found.map(({ id }) => id))
  const down = order.flatMap((id) => found.find((one) => one.id === id) ?? [])
  if (down.length === 0) return null
  const more = down.length - NAMED
  return (
    <div className={classes.bar}>
      <p className={sentenceClasses.sentence} role="status">
        <StateIcon tone="bad" />
        <span>
          {numberText(down.length)} of {counted(mirrors.length, 'mirror')} cannot serve now, whatever they
          answered before:{' '}
          {down.slice(0, NAMED).map(({ id, name, verdict }, at) => (
            <Fragment key={id}>
              {at === 0 ? '' : ', '}
              <ForeignText inline>{name}</ForeignText> ({verdictWord(verdict)})
            </Fragment>
          ))}
          {more > 0 ? ` and ${numberText(more)} more` : ''}.
        </span>
      </p>
      <Button variant="default" size="xs" onClick={() => onLeaveOut(down.map(({ id }) => id))}>
        Judge without {down.length === 1 ? 'it' : 'them'}
      </Button>
    </div>
  )
}
