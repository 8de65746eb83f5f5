import type { History } from '#contract/history.ts'
import { StateMark } from '#app/ui/page/state-mark.tsx'
import { TimeAgo } from '#app/ui/page/time-ago.tsx'
import { watchProblemWords } from './watch-problem-words.ts'

/** How long ago the watch looked last, and what keeps it from its work. */
export const WatchNotice = ({ history: { lastRoundAt, problem } }: { history: History }) => (
  <p>
    {problem === null ? null : (
      <>
        <StateMark tone={problem === 'starting' ? 'unknown' : 'attention'}>
          {watchProblemWords[problem]}
        </StateMark>{' '}
      </>
    )}
    {lastRoundAt === null ? (
      'The watch has not looked yet.'
    ) : (
      <>
        The watch looked last <TimeAgo instant={lastRoundAt} />.
      </>
    )}
  </p>
)
