import { IconBellOff } from '@tabler/icons-react'
import type { Silence } from '#contract/silences.ts'
import { useNow } from '#app/browser/use-now.ts'
import { localTimeOf } from '#app/text/local-time.ts'
import { ForeignText } from '#app/ui/untrusted/foreign-text.tsx'
import reasons from '#app/domain/mirror/verdict-details.module.css'
import { silenceWords } from './silence-words.ts'

/**
 * Says that a mirror's alarms are silenced, until when, why and by whom. It says nothing about how the mirror is.
 *
 * @param isShort without why and by whom, where there is little room.
 */
export const SilenceMark = ({ silence, isShort = false }: { silence: Silence; isShort?: boolean }) => {
  const { until, isNamed } = silence
  const [note, by] = isShort ? ['', ''] : [silence.note, silence.by]
  return (
    <span className={reasons.age}>
      <IconBellOff size={16} aria-hidden />
      <span>
        <time dateTime={new Date(until).toISOString()} title={localTimeOf(until)}>
          {silenceWords(until, useNow())}
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
