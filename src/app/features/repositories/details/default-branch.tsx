import { Identifier } from '#app/ui/untrusted/identifier.tsx'
import classes from './repository-page.module.css'

/** A default branch by its short name; what is no branch shows its whole ref. */
export const DefaultBranch = ({ refName }: { refName: string | null | undefined }) =>
  refName === null || refName === undefined ? (
    <span className={classes.dim}>not sent</span>
  ) : (
    <Identifier>{refName.replace(/^refs\/heads\//, '')}</Identifier>
  )
