import type { CorrectionOutcome } from '#app/domain/mirror/mirror-correction.ts'
import { changedFactsOf } from '#app/domain/mirror/mirror-truth.ts'
import { type Problem, problemOf } from '#app/api/problem.ts'
import type { MirrorServer } from '#contract/mirror-server.ts'
import classes from '#app/features/mirrors/mirrors.module.css'
import { recordFactWords } from './record-fact-words.ts'
import { ProblemPanel } from '#app/ui/page/problem-panel.tsx'
import { StateMark } from '#app/ui/page/state-mark.tsx'

const wordsOf = (
  outcome: CorrectionOutcome,
  shown: MirrorServer,
): { readonly title: string; readonly meaning: string; readonly problem: Problem | null } => {
  switch (outcome.kind) {
    case 'done':
      return {
        title: 'The record is corrected',
        meaning: 'Bitbucket was asked again and has what you entered. The mirror itself was not touched.',
        problem: null,
      }
    case 'changed':
      return {
        title: 'The record changed while you looked at it; nothing was sent',
        meaning: `What changed: ${changedFactsOf(shown, outcome.mirror)
          .map((fact) => recordFactWords[fact])
          .join(', ')}. What you typed is still here: look at the record as it is now and save again.`,
        problem: null,
      }
    case 'gone':
      return {
        title: 'This mirror was removed',
        meaning: 'Bitbucket no longer knows it. There is no record to correct.',
        problem: null,
      }
    case 'not-done':
      return {
        title: 'The record says something else',
        meaning:
          outcome.problem === null
            ? 'Bitbucket confirmed the correction, but asked again it has another address or version. It may have written them in its own way: compare them with what you entered.'
            : 'Bitbucket did not confirm the correction and has not made it. Save again.',
        problem: outcome.problem,
      }
    case 'unknown':
      return {
        title: 'Outcome unknown',
        meaning: 'What Bitbucket has now could not be read. The record may be corrected or not.',
        problem: outcome.problem,
      }
  }
}

/** What came of a correction. */
export const CorrectionResult = ({
  outcome,
  error,
  shown,
}: {
  outcome: CorrectionOutcome | undefined
  error: Error | null
  shown: MirrorServer
}) => {
  if (error !== null) {
    return problemOf(error).kind === 'not-permitted' ? (
      <ProblemPanel error={error} title="You are not permitted to correct this record" />
    ) : (
      <ProblemPanel error={error} />
    )
  }
  if (outcome === undefined) return null
  const { title, meaning, problem } = wordsOf(outcome, shown)
  if (problem !== null) return <ProblemPanel error={problem} title={title} meaning={meaning} />
  return (
    <div role="status" className={classes.foreign}>
      <StateMark tone={outcome.kind === 'done' ? 'good' : 'attention'}>{title}</StateMark>
      <p>{meaning}</p>
    </div>
  )
}
