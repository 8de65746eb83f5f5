import { isWhole } from '#app/api/presence.ts'
import type { ExportFacts } from '#app/ui/table/export/export-table.ts'
import { coverageRows } from './matrix/coverage-rows.ts'
import type { CoverageData } from './use-coverage-data.ts'

/**
 * What a file with the rows of the matrix says about itself.
 *
 * @param view what narrows the rows; `open` holds the projects with their repositories.
 */
export const coverageFacts = (
  { matrix, mirrors, repositories, isWhole: hasEveryProject, stale }: CoverageData,
  view: {
    readonly search: string
    readonly shown: string
    readonly gone: ReadonlySet<string>
    readonly open: ReadonlySet<string>
    readonly isAllOpen: boolean
  },
): ExportFacts => {
  const readCount = coverageRows(matrix, '', view.open, null).length
  const isRead = !view.isAllOpen || (repositories.data !== undefined && isWhole(repositories.data))
  const lacks = [
    ...(hasEveryProject ? [] : ['The list of projects may be incomplete.']),
    ...(isRead ? [] : ['The list of repositories is incomplete.']),
    ...(mirrors.data !== undefined && isWhole(mirrors.data)
      ? []
      : ['The list of mirrors may be incomplete.']),
  ]
  return {
    readAt: stale.updatedAt || null,
    search: view.search,
    filter: {
      ...(view.shown === 'all' ? {} : { show: view.shown }),
      ...(view.gone.size === 0 ? {} : { withoutMirrors: [...view.gone].join(',') }),
    },
    sort: null,
    readCount,
    total: hasEveryProject && isRead ? readCount : null,
    lacks,
  }
}
