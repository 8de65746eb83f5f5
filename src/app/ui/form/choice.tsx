import classes from './choice.module.css'

/** One of the values to choose from, and its word. */
export type Option = { readonly value: string; readonly label: string }

/** The browser's own select in a bar: small, quick and known to every assistive technology. */
export const Choice = ({
  label,
  value,
  options,
  onChange,
  isDisabled = false,
}: {
  /** Accessible name. */
  label: string
  value: string
  options: readonly Option[]
  onChange: (value: string) => void
  isDisabled?: boolean
}) => (
  <select
    aria-label={label}
    className={classes.choice}
    value={value}
    disabled={isDisabled}
    onChange={(event) => onChange(event.currentTarget.value)}
  >
    {options.map((option) => (
      <option key={option.value} value={option.value}>
        {option.label}
      </option>
    ))}
  </select>
)
