import {
  IconAlertTriangleFilled,
  IconCircleCheckFilled,
  IconCircleDashed,
  IconClock,
  IconHexagonLetterX,
  IconMinus,
} from '@tabler/icons-react'
import classes from './state-mark.module.css'

/** The four colours of a state, and two quieter ones for "being worked on" and "not meant to be". */
export type Tone = 'good' | 'attention' | 'bad' | 'unknown' | 'busy' | 'off'

// Each tone has a shape of its own, so that colour alone carries no meaning.
const icons = {
  good: IconCircleCheckFilled,
  attention: IconAlertTriangleFilled,
  bad: IconHexagonLetterX,
  unknown: IconCircleDashed,
  busy: IconClock,
  off: IconMinus,
} satisfies Record<Tone, unknown>

/** The shape of a tone in its colour, for where the word stands beside it in another form. */
export const StateIcon = ({ tone }: { tone: Tone }) => {
  const Icon = icons[tone]
  return <Icon size={16} aria-hidden className={classes.icon} data-tone={tone} />
}

/** A state as icon and word. */
export const StateMark = ({ tone, children }: { tone: Tone; children: string }) => (
  <span className={classes.mark} data-tone={tone}>
    <StateIcon tone={tone} />
    {children}
  </span>
)
