import { Button } from '@mantine/core'
import { useState } from 'react'
import type { MirroringRequest } from '#contract/mirroring-request.ts'
import type { Decision } from '#app/domain/request/request-decision.ts'
import { numberText } from '#app/text/number-text.ts'
import type { BulkItem } from './bulk-item.ts'
import { BulkRow } from './bulk-row.tsx'
import classes from './bulk.module.css'

/** Rows that are drawn more with each press. */
const MORE = 100

/**
 * The first of some requests, and how many more there are.
 *
 * @param first how many are drawn before more are asked for.
 */
export const BulkRows = ({
  requests,
  first,
  decision,
  items,
}: {
  requests: readonly MirroringRequest[]
  first: number
  decision: Decision
  items?: ReadonlyMap<string, BulkItem>
}) => {
  const [drawn, setDrawn] = useState(first)
  const rest = requests.length - drawn
  return (
    <>
      <ul className={classes.list}>
        {requests.slice(0, drawn).map((request) => (
          <BulkRow key={request.id} request={request} decision={decision} item={items?.get(request.id)} />
        ))}
      </ul>
      {rest > 0 ? (
        <p className={classes.dim}>
          and {numberText(rest)} more{' '}
          <Button variant="subtle" size="compact-xs" onClick={() => setDrawn(drawn + MORE)}>
            Show {numberText(Math.min(rest, MORE))} more
          </Button>
        </p>
      ) : null}
    </>
  )
}
