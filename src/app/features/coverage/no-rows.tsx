import { EmptyState } from '#app/ui/page/empty-state.tsx'
import type { CoverageData } from './use-coverage-data.ts'

/** Why no row is shown: there is no project, or the filter lets none through. */
export const NoRows = ({ data: { matrix, isWhole, refusal } }: { data: CoverageData }) => {
  if (matrix.projects.length > 0) {
    return <EmptyState title="No known project matches. Change the filter, or ask more mirrors." />
  }
  return isWhole ? (
    <EmptyState title="There is no project that you may see.">
      <p>It appears here as soon as Bitbucket has one.</p>
    </EmptyState>
  ) : (
    <EmptyState
      title={
        refusal === null
          ? 'The list of projects could not be read as a whole, and none of it is known.'
          : 'No repository was read whose project could be shown.'
      }
    />
  )
}
