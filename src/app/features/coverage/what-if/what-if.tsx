import { Suspense, useState } from 'react'
import { lazyPart } from '#app/ui/late/lazy-part.tsx'
import classes from '#app/features/coverage/coverage.module.css'
import type { WhatIfProps } from './what-if-panel.tsx'

const WhatIfPanel = lazyPart(async () => (await import('./what-if-panel.tsx')).WhatIfPanel, 'in-place')

/** Simulate without some mirrors: the matrix is judged without them, and what would be lost is listed. Nothing is removed. */
export const WhatIf = (props: WhatIfProps) => {
  const [isOpened, setOpened] = useState(false)
  const isOpen = isOpened || props.gone.size > 0
  return (
    <details
      className={classes.whatIf}
      open={isOpen}
      data-screen={props.gone.size === 0 || undefined}
      onToggle={(event) => setOpened(event.currentTarget.open)}
      onPointerEnter={WhatIfPanel.preload}
    >
      <summary>What if a mirror were gone?</summary>
      <Suspense>{isOpen ? <WhatIfPanel {...props} /> : null}</Suspense>
    </details>
  )
}
