import '@mantine/core/styles/InlineInput.css'
import '@mantine/core/styles/Checkbox.css'
import { Checkbox } from '@mantine/core'
import type { MirrorServer } from '#contract/mirror-server.ts'
import { ForeignText } from '#app/ui/untrusted/foreign-text.tsx'
import classes from './coverage.module.css'

/** Simulate without these mirrors: the matrix is judged without them. Nothing is removed. */
export const WhatIf = ({
  mirrors,
  gone,
  onChange,
}: {
  mirrors: readonly MirrorServer[]
  gone: ReadonlySet<string>
  onChange: (mirrorIds: readonly string[], isGone: boolean) => void
}) => (
  <details className={classes.whatIf} open={gone.size > 0}>
    <summary>What if a mirror were gone?</summary>
    <fieldset>
      <legend className="visually-hidden">Simulate without these mirrors</legend>
      {mirrors.map(({ id, name }) => (
        <Checkbox
          key={id}
          size="xs"
          checked={gone.has(id)}
          onChange={(event) => onChange([id], event.currentTarget.checked)}
          label={<ForeignText inline>{name}</ForeignText>}
        />
      ))}
    </fieldset>
  </details>
)
