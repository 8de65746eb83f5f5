import '@mantine/core/styles/Input.css'
import { Button, NativeSelect, useMantineColorScheme } from '@mantine/core'
import { density } from '#app/browser/density.ts'
import {
  CLOCK_TOLERANCE_CHOICES,
  setHealthThresholds,
  STALE_AFTER_CHOICES,
  useHealthThresholds,
} from '#app/domain/mirror/health-thresholds.ts'
import { refreshInterval } from '#app/browser/refresh-interval.ts'
import { singleKeys } from '#app/browser/single-keys.ts'
import { timeDisplay } from '#app/browser/time-display.ts'
import { announce } from '#app/browser/announcements.ts'
import { Dialog } from '#app/ui/dialog/dialog.tsx'
import { durationOf } from '#app/text/duration.ts'
import { resetColumns } from '#app/ui/table/use-hidden-columns.ts'
import classes from './frame-dialog.module.css'
import { INTERVALS } from '#app/shell/freshness/poll-state.ts'

const SCHEMES = { auto: 'As the system', light: 'Light', dark: 'Dark' } as const

const optionsOf = (words: Readonly<Record<string, string>>) =>
  Object.entries(words).map(([value, label]) => ({ value, label }))

const durations = (choices: readonly number[]) =>
  choices.map((ms) => ({ value: String(ms), label: durationOf(ms) }))

/** The preferences of this browser. Each choice takes effect immediately. */
export const Preferences = ({ onClose }: { onClose: () => void }) => {
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  const { staleAfterMs, clockToleranceMs } = useHealthThresholds()
  const menus = [
    {
      label: 'Colours',
      data: optionsOf(SCHEMES),
      value: colorScheme,
      choose: (text: string) => setColorScheme(text === 'light' || text === 'dark' ? text : 'auto'),
    },
    {
      label: 'Refresh pages every',
      data: INTERVALS.map(({ ms, label }) => ({ value: String(ms), label })),
      value: refreshInterval.use(),
      choose: refreshInterval.set,
    },
    {
      label: 'Rows of tables',
      data: optionsOf({ compact: 'Compact', comfortable: 'Comfortable' }),
      value: density.use(),
      choose: density.set,
    },
    {
      label: 'Absolute times in',
      data: optionsOf({ utc: 'UTC', local: 'Local time' }),
      value: timeDisplay.use(),
      choose: timeDisplay.set,
    },
    {
      label: 'A mirror is “not seen recently” after',
      data: durations(STALE_AFTER_CHOICES),
      value: String(staleAfterMs),
      choose: (text: string) => setHealthThresholds({ staleAfterMs: Number(text) }),
    },
    {
      label: 'Clocks may differ by',
      data: durations(CLOCK_TOLERANCE_CHOICES),
      value: String(clockToleranceMs),
      choose: (text: string) => setHealthThresholds({ clockToleranceMs: Number(text) }),
    },
    {
      label: 'Single-key shortcuts',
      data: optionsOf({ on: 'On', off: 'Off' }),
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
            data={data}
            value={value}
            onChange={(event) => choose(event.currentTarget.value)}
          />
        ))}
      </div>
      <Button
        variant="default"
        mt={12}
        onClick={() => {
          resetColumns()
          announce('All tables show their usual columns')
        }}
      >
        Reset columns of all tables
      </Button>
      <p>
        Preferences take effect immediately and stay in this browser. Which columns a table shows is chosen in
        its Columns menu.
      </p>
    </Dialog>
  )
}
