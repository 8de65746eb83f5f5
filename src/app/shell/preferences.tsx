import { NativeSelect, useMantineColorScheme } from '@mantine/core'
import { refreshInterval } from '#app/data/refresh-interval.ts'
import { singleKeys } from '#app/data/single-keys.ts'
import { timeDisplay } from '#app/data/time-display.ts'
import { Dialog } from '#app/ui/dialog.tsx'
import classes from './frame-dialog.module.css'
import { INTERVALS } from './poll-state.ts'

const SCHEMES = [
  { value: 'auto', label: 'As the system' },
  { value: 'light', label: 'Light' },
  { value: 'dark', label: 'Dark' },
] as const

/** What somebody prefers in this browser, in one place. Each choice holds at once. */
export const Preferences = ({ onClose }: { onClose: () => void }) => {
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  const menus = [
    {
      label: 'Colours',
      data: SCHEMES,
      value: colorScheme,
      choose: (text: string) => setColorScheme(SCHEMES.find(({ value }) => value === text)?.value ?? 'auto'),
    },
    {
      label: 'Refresh pages every',
      data: INTERVALS.map(({ ms, label }) => ({ value: String(ms), label })),
      value: refreshInterval.use(),
      choose: refreshInterval.set,
    },
    {
      label: 'Absolute times in',
      data: [
        { value: 'utc', label: 'UTC' },
        { value: 'local', label: 'Local time' },
      ],
      value: timeDisplay.use(),
      choose: timeDisplay.set,
    },
    {
      label: 'Single-key shortcuts',
      data: [
        { value: 'on', label: 'On' },
        { value: 'off', label: 'Off' },
      ],
      value: singleKeys.use(),
      choose: singleKeys.set,
    },
  ]
  return (
    <Dialog title="Preferences" onClose={onClose}>
      <div className={classes.rows}>
        {menus.map(({ label, data, value, choose }) => (
          <NativeSelect
            key={label}
            label={label}
            data={[...data]}
            value={value}
            onChange={(event) => choose(event.currentTarget.value)}
          />
        ))}
      </div>
      <p>
        They hold at once and stay in this browser. What belongs to one table, such as its columns, is chosen
        there.
      </p>
    </Dialog>
  )
}
