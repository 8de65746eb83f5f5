import { Button } from '@mantine/core'
import { memo, useState } from 'react'
import type { MirroringRequest } from '#contract/mirroring-request.ts'
import type { Decision } from '#app/domain/request/request-decision.ts'
import { mirrorNameOf } from '#app/domain/mirror/mirror-name-of.ts'
import { ForeignText } from '#app/ui/untrusted/foreign-text.tsx'
import { StateMark, type Tone } from '#app/ui/page/state-mark.tsx'
import { numberText } from '#app/text/number-text.ts'
import type { BulkItem } from './bulk-item.ts'
import { bulkDoneWord } from './bulk-words.ts'
import classes from './bulk.module.css'

/** Drawn at once; the others come when they are asked for. */
const DRAWN = 200

const marksOf = (
  decision: Decision,
): Record<BulkItem['kind'], { readonly tone: Tone; readonly word: string }> => ({
  waiting: { tone: 'unknown', word: 'Not sent' },
  'under-way': { tone: 'busy', word: 'In progress' },
  done: { tone: 'good', word: bulkDoneWord[decision] },
  settled: { tone: 'off', word: 'Nothing to do' },
  failed: { tone: 'bad', word: 'Failed' },
  unknown: { tone: 'unknown', word: 'Unknown' },
})

const Row = memo(
  ({
    request,
    decision,
    item,
    why,
  }: {
    request: MirroringRequest
    decision: Decision
    item: BulkItem | undefined
    why?: string | undefined
  }) => {
    const mark = item && marksOf(decision)[item.kind]
    return (
      <li className={classes.item}>
        <strong>
          <ForeignText inline>{mirrorNameOf(request)}</ForeignText>
        </strong>
        <span className={classes.dim}>
          <ForeignText inline isAddress>
            {request.mirrorBaseUrl ?? 'no address'}
          </ForeignText>
        </span>
        {mark ? <StateMark tone={mark.tone}>{mark.word}</StateMark> : null}
        {item && 'words' in item ? <span>{item.words}</span> : null}
        {why === undefined ? null : <span>{why}</span>}
      </li>
    )
  },
)

/** The requests of a bulk decision with what became of each, or why it is left out. */
export const BulkList = ({
  label,
  decision,
  rows,
  items,
}: {
  label: string
  decision: Decision
  rows: readonly { readonly request: MirroringRequest; readonly why?: string }[]
  items?: ReadonlyMap<string, BulkItem>
}) => {
  const [isWhole, setWhole] = useState(false)
  const drawn = isWhole ? rows : rows.slice(0, DRAWN)
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- What scrolls must be reachable by keyboard (WCAG 2.1.1), and nothing in it is.
    <div role="group" aria-label={label} tabIndex={0} className={classes.scroll}>
      <ul className={classes.list}>
        {drawn.map(({ request, why }) => (
          <Row
            key={request.id}
            request={request}
            decision={decision}
            item={items?.get(request.id)}
            why={why}
          />
        ))}
      </ul>
      {drawn.length < rows.length ? (
        <Button variant="subtle" size="xs" onClick={() => setWhole(true)}>
          Show all {numberText(rows.length)}
        </Button>
      ) : null}
    </div>
  )
}
