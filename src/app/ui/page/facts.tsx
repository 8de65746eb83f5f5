import type { ReactNode } from 'react'
import classes from './facts.module.css'

/** One fact: its name and its value. */
export type Fact = { readonly name: string; readonly value: ReactNode }

/** Facts as a description list: names left, values right; one column on a phone. */
export const Facts = ({ facts }: { facts: readonly Fact[] }) => (
  <dl className={classes.facts}>
    {facts.map(({ name, value }) => (
      <div key={name} className={classes.fact}>
        <dt>{name}</dt>
        <dd>{value}</dd>
      </div>
    ))}
  </dl>
)
