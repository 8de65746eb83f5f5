import { Button } from '@mantine/core'
import { useState } from 'react'
import { Identifier } from '#app/ui/untrusted/identifier.tsx'
import classes from './upstream-page.module.css'

/** A support entitlement number: masked until the user asks for it, since it identifies the customer. */
export const EntitlementNumber = ({ number }: { number: string | null }) => {
  const [isShown, setShown] = useState(false)
  if (number === null || number === '') return 'not given'
  return (
    <span className={classes.masked}>
      {isShown ? <Identifier>{number}</Identifier> : <span>•••••••• (masked)</span>}
      <Button
        variant="default"
        size="xs"
        aria-label={isShown ? 'Hide support entitlement number' : 'Show support entitlement number'}
        onClick={() => setShown(!isShown)}
      >
        {isShown ? 'Hide' : 'Show'}
      </Button>
    </span>
  )
}
