import { paths } from '#app/paths.ts'
import { ProblemPanel } from '#app/ui/page/problem-panel.tsx'
import { TextLink } from '#app/ui/page/text-link.tsx'

/**
 * Why a request cannot be shown. Bitbucket answers 409 for one that does not exist (the vendor's REST reference),
 * and an id that cannot stand in a path is never asked for.
 */
export const RequestProblem = ({
  error,
  isGone,
  onRetry,
}: {
  error: unknown
  isGone: boolean
  onRetry: () => void
}) =>
  isGone ? (
    <ProblemPanel
      error={error}
      title="There is no request with this id"
      meaning="It may have been deleted, or the address is wrong."
    >
      <TextLink to={paths.requests}>See all mirroring requests</TextLink>
    </ProblemPanel>
  ) : (
    <ProblemPanel
      error={error}
      refusedTitle="You are not permitted to see mirroring requests"
      onRetry={onRetry}
    />
  )
