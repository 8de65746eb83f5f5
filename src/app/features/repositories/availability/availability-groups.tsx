import { Button } from '@mantine/core'
import { useState } from 'react'
import { printing } from '#app/browser/printing.ts'
import type { MirrorServer } from '#contract/mirror-server.ts'
import type { Verdicts } from '#health/fleet-verdicts.ts'
import { numberText } from '#app/text/number-text.ts'
import { ForeignText } from '#app/ui/untrusted/foreign-text.tsx'
import { StateMark } from '#app/ui/page/state-mark.tsx'
import { type AnswerGroup, groupsOf } from './availability-groups-of.ts'
import type { AnswerBrief, Order } from './availability-order.ts'
import { AvailabilityRow } from './availability-row.tsx'
import classes from './availability.module.css'

/** Rows of an open group before the user asks for all. */
const ROWS = 5

/** Mirrors by their names alone: what they answered stands above, and asking them all anew would take minutes. */
const Names = ({ mirrors }: { mirrors: readonly MirrorServer[] }) => (
  <ul data-sheet>
    {mirrors.map(({ id, name }) => (
      <li key={id}>
        <ForeignText inline>{name}</ForeignText>
      </li>
    ))}
  </ul>
)

/** Mirrors that answer alike: their number, and a few of them or all. */
const Group = ({
  group: { word, tone, mirrors },
  repositoryId,
  verdicts,
  isFirst,
}: {
  group: AnswerGroup
  repositoryId: string
  verdicts: Verdicts
  isFirst: boolean
}) => {
  // Until the user opens or closes a group, the first one is open, whichever that is.
  const [chosen, setChosen] = useState<boolean | null>(null)
  const isOpen = chosen ?? isFirst
  const [isWhole, setWhole] = useState(false)
  const isPrinting = printing.use() !== null
  const shown = isWhole ? mirrors : mirrors.slice(0, ROWS)
  return (
    <details className={classes.group} open={isOpen}>
      <summary
        onClick={(event) => {
          event.preventDefault()
          setChosen(!isOpen)
        }}
      >
        <StateMark tone={tone}>{`${word}: ${numberText(mirrors.length)}`}</StateMark>
      </summary>
      {isOpen ? (
        <>
          <ul className={classes.list} aria-label={word}>
            {shown.map((mirror) => (
              <AvailabilityRow
                key={mirror.id}
                repositoryId={repositoryId}
                mirror={mirror}
                verdict={verdicts.get(mirror.id)}
                isPreferred={false}
              />
            ))}
          </ul>
          {shown.length < mirrors.length ? (
            <Button variant="subtle" size="xs" onClick={() => setWhole(true)}>
              {`Show all ${numberText(mirrors.length)}`}
            </Button>
          ) : null}
        </>
      ) : null}
      {isPrinting ? <Names mirrors={isOpen ? mirrors.slice(shown.length) : mirrors} /> : null}
    </details>
  )
}

/** Many mirrors, grouped by what they answer. The first group is open. */
export const AvailabilityGroups = ({
  repositoryId,
  mirrors,
  verdicts,
  answers,
  order,
}: {
  repositoryId: string
  mirrors: readonly MirrorServer[]
  verdicts: Verdicts
  answers: ReadonlyMap<string, AnswerBrief>
  order: Order
}) => (
  <>
    {groupsOf(mirrors, answers, order).map((group, at) => (
      <Group
        key={group.word}
        group={group}
        repositoryId={repositoryId}
        verdicts={verdicts}
        isFirst={at === 0}
      />
    ))}
  </>
)
