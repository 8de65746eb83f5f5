import classes from './identifier.module.css'
import { ForeignText } from './foreign-text.tsx'

/** An id, a hash or a command: monospace, isolated. */
export const Identifier = ({ children }: { children: string }) => (
  <span className={classes.identifier} translate="no">
    <ForeignText>{children}</ForeignText>
  </span>
)
