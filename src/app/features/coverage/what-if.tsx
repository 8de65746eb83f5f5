import type { MirrorServer } from '#contract/mirror-server.ts'
import { Check } from '#app/ui/form/check.tsx'
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
        <Check key={id} isChecked={gone.has(id)} onChange={(isChecked) => onChange([id], isChecked)}>
          <ForeignText inline>{name}</ForeignText>
        </Check>
      ))}
    </fieldset>
  </details>
)
