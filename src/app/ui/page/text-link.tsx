import { Link, type LinkProps } from './link.tsx'
import classes from './text-link.module.css'

/** A link within the console. Plain on purpose: a table draws one in each of its rows. */
export const TextLink = ({ className, ...props }: LinkProps) => (
  <Link {...props} className={[classes.link, className].filter(Boolean).join(' ')} />
)
