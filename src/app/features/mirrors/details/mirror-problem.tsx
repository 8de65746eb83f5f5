import { problemOf } from '#app/api/problem.ts'
import { paths } from '#app/paths.ts'
import { ProblemPanel } from '#app/ui/page/problem-panel.tsx'
import { TextLink } from '#app/ui/page/text-link.tsx'

/** Why a mirror cannot be shown. An id that cannot stand in a path is never asked for, and is told as not found. */
export const MirrorProblem = ({ error, onRetry }: { error: unknown; onRetry: () => void }) =>
  problemOf(error).kind === 'not-found' ? (
    <ProblemPanel
      error={error}
      title="There is no mirror with this id"
      meaning="It may have been removed, or the address is wrong."
    >
      <TextLink to={paths.mirrors}>See all mirror servers</TextLink>
    </ProblemPanel>
  ) : (
    <ProblemPanel
      error={error}
      refusedTitle="You are not permitted to see this mirror server"
      onRetry={onRetry}
    />
  )
