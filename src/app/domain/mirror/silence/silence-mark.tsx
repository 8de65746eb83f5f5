import { IconBellOff } from '@tabler/icons-react'
import type { Silence } from '#contract/silences.ts'
import { useNow } from '#app/browser/use-now.ts'
import { localTimeOf } from '#app/text/local-time.ts'
import { ForeignText } from '#app/ui/untrusted/foreign-text.tsx'
import classes from './silence-mark.module.css'
import { untilText } from './silence-times.ts'

/** Says that a mirror's alarms are silenced, until when, why and by whom. It says nothing about how the mirror is. */
export const SilenceMark = ({ silence }: { silence: Silence }) => {
  const { until, note, by, isNamed } = silence
  return (
    <span className={classes.mark}>
      <IconBellOff size={16} aria-hidden />
      <span>
        <time dateTime={new Date(until).toISOString()} title={localTimeOf(until)}>
          {`Silenced until ${untilText(until, useNow())}`}
        </time>
        {note === '' ? null : (
          <>
            {' · '}
            <ForeignText inline>{note}</ForeignText>
          </>
        )}
        {by === '' ? null : (
          <>
            {' · by '}
            <ForeignText inline>{by}</ForeignText>
            {isNamed ? null : ' (as typed at sign-in)'}
          </>
        )}
      </span>
    </span>
  )
}
