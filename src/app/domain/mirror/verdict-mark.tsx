import { StateMark } from '#app/ui/page/state-mark.tsx'
import type { Verdict } from './mirror-verdict.ts'
import { verdictWord, verdictWords } from './verdict-words.ts'

/** A verdict as icon and word. */
export const VerdictMark = ({ verdict }: { verdict: Verdict }) => (
  <StateMark tone={verdictWords[verdict.kind].tone}>{verdictWord(verdict)}</StateMark>
)
