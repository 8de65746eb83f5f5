import { ActionIcon } from '@mantine/core'
import type { ComponentProps, ReactNode } from 'react'
import classes from './search-field.module.css'

/**
 * The browser's own field for what a list is narrowed by. Mantine's brings its labels, errors and sections along, which
 * would be a fortieth of the first page.
 *
 * @param label accessible name; the placeholder says what can be typed.
 * @param clearLabel accessible name of the button that empties it.
 * @param onClear `null` while there is nothing to clear.
 */
export const SearchField = ({
  label,
  icon,
  clearLabel,
  onClear,
  ...input
}: ComponentProps<'input'> & {
  label: string
  icon?: ReactNode
  clearLabel: string
  onClear: (() => void) | null
}) => (
  <span className={classes.field}>
    {icon ? <span className={classes.icon}>{icon}</span> : null}
    <input {...input} aria-label={label} className={classes.input} />
    {onClear ? (
      <ActionIcon
        variant="subtle"
        color="gray"
        className={classes.clear ?? ''}
        aria-label={clearLabel}
        onClick={onClear}
      >
        <span aria-hidden>✕</span>
      </ActionIcon>
    ) : null}
  </span>
)
