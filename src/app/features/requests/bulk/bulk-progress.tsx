import { useEffect, useRef } from 'react'
import type { Decision } from '#app/domain/request/request-decision.ts'
import { numberText } from '#app/text/number-text.ts'
import type { BulkItem } from './bulk-item.ts'
import { bulkResult } from './bulk-words.ts'
import classes from './bulk.module.css'

const isEnded = ({ kind }: BulkItem): boolean => kind !== 'waiting' && kind !== 'under-way'

/**
 * The progress of a run, or its result. It takes the focus when it appears: the button that was pressed is gone by
 * then, and the focus with it.
 */
export const BulkProgress = ({
  decision,
  items,
  count,
  isRunning,
}: {
  decision: Decision
  items: readonly BulkItem[]
  /** How many were confirmed. */
  count: number
  isRunning: boolean
}) => {
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => place.current?.focus(), [])
  const ended = items.filter(isEnded).length
  const failed = items.filter(({ kind }) => kind === 'failed').length
  return (
    <div ref={place} tabIndex={-1} className={classes.run}>
      <progress className={classes.progress} aria-label="Progress" max={count} value={ended} />
      <p role="status">
        {isRunning
          ? // The list draws the first ones only: a failure further down is counted here until the end.
            `${numberText(ended)} of ${numberText(count)}${failed > 0 ? `, ${numberText(failed)} failed` : ''}`
          : bulkResult(items, decision)}
      </p>
    </div>
  )
}
