import type { MirrorServer } from '#contract/mirror-server.ts'
import type { Verdict } from '#health/mirror-verdict.ts'
import { verdictWord } from '#app/domain/mirror/verdict-words.ts'
import { severityOf } from '#health/verdict-severity.ts'
import { StateIcon } from '#app/ui/page/state-mark.tsx'
import { ForeignText } from '#app/ui/untrusted/foreign-text.tsx'
import classes from '#app/features/coverage/coverage.module.css'

/** The head of a mirror's column: its name, and how the mirror is now. */
export const MirrorHead = ({
  mirror: { name },
  verdict,
  column,
}: {
  mirror: MirrorServer
  /** `undefined` until the verdicts are there. */
  verdict: Verdict | undefined
  /** Its place among all columns, from 1. */
  column: number
}) => {
  const word = verdict === undefined ? '' : verdictWord(verdict)
  const short = name.slice(0, 120)
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
