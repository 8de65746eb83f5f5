import { StateMark } from '#app/ui/page/state-mark.tsx'
import type { Verdict } from '#health/mirror-verdict.ts'
import { verdictWord } from './verdict-words.ts'
import { severityOf } from '#health/verdict-severity.ts'

/** A verdict as icon and word. */
export const VerdictMark = ({ verdict }: { verdict: Verdict }) => (
  <StateMark tone={severityOf(verdict.kind)}>{verdictWord(verdict)}</StateMark>
)
