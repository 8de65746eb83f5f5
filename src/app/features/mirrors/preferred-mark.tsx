import { IconStarFilled } from '@tabler/icons-react'
import classes from './mirrors.module.css'

/** Marks the preferred mirror of the signed-in user. */
export const PreferredMark = () => (
  <span className={classes.preferred}>
    <IconStarFilled size={12} aria-hidden />
    Your preferred mirror
  </span>
)
