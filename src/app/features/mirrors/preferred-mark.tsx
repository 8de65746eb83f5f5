import { IconStarFilled } from '@tabler/icons-react'
import classes from './mirrors.module.css'

/** Says that a mirror is the one that the signed-in person chose. */
export const PreferredMark = () => (
  <span className={classes.preferred}>
    <IconStarFilled size={12} aria-hidden />
    Your preferred mirror
  </span>
)
