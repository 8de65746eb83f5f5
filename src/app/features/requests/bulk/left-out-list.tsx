import { useMemo } from 'react'
import type { Decision } from '#app/domain/request/request-decision.ts'
import { counted } from '#app/text/counted.ts'
import { numberText } from '#app/text/number-text.ts'
import { pluralOf } from '#app/text/plural-of.ts'
import type { LeftOut } from './bulk-plan.ts'
import { BulkRows } from './bulk-rows.tsx'
import { BulkScroll } from './bulk-scroll.tsx'
import classes from './bulk.module.css'
import { leftOutGroups } from './left-out-groups.ts'

/** Drawn of each reason, whose number stands beside it. */
const DRAWN_OF_REASON = 10

/** The selected requests that a bulk decision does not take: every one is counted, by its reason. */
export const LeftOutList = ({ decision, leftOut }: { decision: Decision; leftOut: readonly LeftOut[] }) => {
  const groups = useMemo(() => leftOutGroups(leftOut), [leftOut])
  return (
    <>
      <p>
        {numberText(leftOut.length)} of the selected requests {pluralOf(leftOut.length, 'is', 'are')} left
        out.
        {decision === 'accept' ? ' Requests with warnings must be reviewed one by one.' : ''}
      </p>
      <BulkScroll label="Left out" count={leftOut.length}>
        {(found, search) =>
          groups.map(({ why, requests }) => (
            <div key={why} className={classes.group}>
              <span>{why}</span> <span className={classes.dim}>{counted(requests.length, 'request')}</span>
              <BulkRows key={search} requests={found(requests)} first={DRAWN_OF_REASON} decision={decision} />
            </div>
          ))
        }
      </BulkScroll>
    </>
  )
}
