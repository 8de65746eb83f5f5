import { cutText } from '#contract/cut-text.ts'
import type { MirrorServer } from '#contract/mirror-server.ts'
import { useNow } from '#app/browser/use-now.ts'
import { silenceWords } from '#app/domain/mirror/silence/silence-words.ts'
import { silencedNow } from '#app/domain/mirror/silence/silenced-now.ts'
import type { Verdict } from '#health/mirror-verdict.ts'
import { verdictWord } from '#app/domain/mirror/verdict-words.ts'
import { severityOf } from '#health/verdict-severity.ts'
import { StateIcon } from '#app/ui/page/state-mark.tsx'
import { ForeignText } from '#app/ui/untrusted/foreign-text.tsx'
import classes from '#app/features/coverage/coverage.module.css'

/** The head of a mirror's column: its name, and how the mirror is now. */
export const MirrorHead = ({
  mirror: { id, name },
  verdict,
  column,
}: {
  mirror: MirrorServer
  /** `undefined` until the verdicts are there. */
  verdict: Verdict | undefined
  /** Its place among all columns, from 1. */
  column: number
}) => {
  const silence = silencedNow.use().byId.get(id)
  const now = useNow()
  const word = [
    verdict === undefined ? '' : verdictWord(verdict),
    silence === undefined ? '' : silenceWords(silence.until, now),
  ]
    .filter((part) => part !== '')
    .join(', ')
  const short = cutText(name, 120)
  return (
    <span
      role="columnheader"
      aria-colindex={column}
      className={classes.mirror}
      title={word === '' ? short : `${short}: ${word}`}
    >
      <span className={classes.mirrorName}>
        <ForeignText inline>{name}</ForeignText>
      </span>
      {verdict === undefined ? null : (
        <>
          <StateIcon tone={severityOf(verdict.kind)} />
          <span className="visually-hidden">, {word}</span>
        </>
      )}
    </span>
  )
}
