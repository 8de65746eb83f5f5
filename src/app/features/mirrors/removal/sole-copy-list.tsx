import { Stack } from '@mantine/core'
import type { MirrorServer } from '#contract/mirror-server.ts'
import { problemOf } from '#app/api/problem.ts'
import { problemText } from '#app/api/problem-text.ts'
import { MAX_QUESTIONS, type SoleCopy, type SoleCopyVerdict } from '#app/domain/availability/sole-copies.ts'
import { ForeignText } from '#app/ui/untrusted/foreign-text.tsx'
import { StateMark, type Tone } from '#app/ui/page/state-mark.tsx'
import classes from './removal.module.css'
import { useSoleCopies } from './use-sole-copies.ts'

const words: Record<SoleCopyVerdict, { readonly tone: Tone; readonly word: string }> = {
  loses: { tone: 'bad', word: 'loses its only mirror' },
  unknown: { tone: 'unknown', word: 'not known: not every other mirror could be asked' },
  kept: { tone: 'good', word: 'is on another mirror too' },
  'not-here': { tone: 'off', word: 'is not on this mirror' },
}

const WORST_FIRST: readonly SoleCopyVerdict[] = ['loses', 'unknown', 'kept', 'not-here']

const inOrder = (soleCopies: readonly SoleCopy[]) =>
  soleCopies.toSorted((one, other) => WORST_FIRST.indexOf(one.verdict) - WORST_FIRST.indexOf(other.verdict))

/** What removing the mirror means for a few projects, each judged by one repository and shown when it is known. */
export const SoleCopyList = ({ mirror }: { mirror: MirrorServer }) => {
  const { samples, soleCopies, isDone, error, hasMore, isRead } = useSoleCopies(mirror)
  if (error !== null && samples.length === 0) {
    return <>Not known: {problemText[problemOf(error).kind].title}.</>
  }
  if (!isRead) return <>Reading the repositories</>
  if (samples.length === 0) return <>Bitbucket lists no project that you can see.</>
  return (
    <Stack gap={4}>
      <ul className={classes.list}>
        {inOrder(soleCopies).map(({ repository, verdict }) => (
          <li key={repository.id}>
            <ForeignText inline>{repository.project?.key ?? repository.name}</ForeignText>{' '}
            <StateMark tone={words[verdict].tone}>{words[verdict].word}</StateMark>
          </li>
        ))}
      </ul>
      <span role="status" className={classes.dim}>
        {isDone
          ? `${String(soleCopies.length)} ${hasMore ? 'of the first projects' : 'projects'} sampled by one repository each, with at most ${String(MAX_QUESTIONS)} questions.`
          : `Asking: ${String(soleCopies.length)} of ${String(samples.length)} projects known. You need not wait.`}
      </span>
    </Stack>
  )
}
