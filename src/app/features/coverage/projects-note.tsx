import { problemText } from '#app/api/problem-text.ts'
import { counted } from '#app/text/counted.ts'
import { PagedListProgress } from '#app/ui/table/paged-list-progress.tsx'
import classes from './coverage.module.css'
import type { CoverageData } from './use-coverage-data.ts'

/** Where the projects of the matrix come from, as far as they are not simply all that Bitbucket lists. */
export const ProjectsNote = ({
  data,
  isAllOpen,
  isNarrowed,
}: {
  data: CoverageData
  isAllOpen: boolean
  /** Whether rows are searched or filtered: then the whole list is needed. */
  isNarrowed: boolean
}) => {
  const { refusal, repositories, unreadable } = data
  return (
    <>
      {refusal === null ? null : (
        <p className={classes.note}>
          Bitbucket did not give its list of projects ({problemText[refusal].title}). Shown are the projects
          of the repositories that were read.
        </p>
      )}
      {unreadable === 0 ? null : (
        <p className={classes.note}>
          {counted(unreadable, 'project')} of Bitbucket&apos;s list could not be read.
        </p>
      )}
      {refusal !== null || isAllOpen ? (
        <PagedListProgress
          query={repositories}
          noun="repositories"
          shown={repositories.data?.rows.length ?? 0}
          isWanted={isNarrowed}
        />
      ) : null}
    </>
  )
}
