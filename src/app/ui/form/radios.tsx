import '@mantine/core/styles/InlineInput.css'
import '@mantine/core/styles/Radio.css'
import { Radio, type RadioGroupProps, Stack } from '@mantine/core'
import type { ReactNode } from 'react'
import classes from './radios.module.css'

/** One choice among few, all of them in view. */
export const Radios = ({
  options,
  isDisabled = false,
  ...group
}: Omit<RadioGroupProps, 'children'> & {
  options: readonly { readonly value: string; readonly label: ReactNode }[]
  isDisabled?: boolean
}) => (
  <Radio.Group {...group}>
    <Stack gap={8} pt={4}>
      {options.map((option) => (
        <Radio
          key={option.value}
          {...option}
          disabled={isDisabled}
          classNames={{ labelWrapper: classes.words ?? '' }}
        />
      ))}
    </Stack>
  </Radio.Group>
)
