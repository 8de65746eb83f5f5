import type { ButtonHTMLAttributes } from 'react'
import classes from './row-button.module.css'

/** A button in a row. Plain on purpose: a table draws three in each of its rows, and dresses them by style alone. */
export const RowButton = ({
  weight,
  ...props
}: Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'className'> & {
  /** What is meant to be done, what else can be done, and what is seldom done. */
  weight: 'main' | 'other' | 'quiet'
}) => <button type="button" {...props} className={classes.button} data-weight={weight} />
