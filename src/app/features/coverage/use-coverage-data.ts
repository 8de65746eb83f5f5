import { useQueries, useQuery, useQueryClient } from '@tanstack/react-query'
import { useMemo } from 'react'
import { isSafeId } from '#contract/path.ts'
import type { Repository } from '#contract/repository.ts'
import { usePagedList } from '#app/api/use-paged-list.ts'
import { hasEveryProject, listRefusalOf } from '#app/domain/coverage/known-projects.ts'
import type { RunSnapshot } from '#app/domain/coverage/coverage-run.ts'
import { mirrorsQuery } from '#app/domain/mirror/mirrors.ts'
import { projectRepositoriesWholeQuery, projectsQuery } from '#app/domain/repository/projects.ts'
import { longestListQuery } from '#app/domain/repository/longest-list-query.ts'
import { coverageMatrix } from './matrix/coverage-matrix.ts'

const NO_ROWS: readonly never[] = []

type Loaded = { readonly data?: { readonly rows: readonly Repository[] } | undefined }

const dataOf = (results: readonly Loaded[]) => results.map(({ data }) => data?.rows)

/**
 * What the page shows: projects as Bitbucket lists them, or where it does not, those of repositories that were loaded;
 * repositories of projects that are open; and the mirrors to ask.
 *
 * @param open ids of the projects that are open one by one.
 * @param isAllOpen whether all are: then the list of all repositories is read.
 */
export const useCoverageData = (run: RunSnapshot, open: ReadonlySet<string>, isAllOpen: boolean) => {
  const client = useQueryClient()
  const mirrors = useQuery(mirrorsQuery)
  const projects = useQuery(projectsQuery)
  const refusal = listRefusalOf(projects)
  const repositories = usePagedList({
    ...longestListQuery(client),
    enabled: refusal !== null || isAllOpen,
  })
  const ownIds = refusal === null && !isAllOpen ? [...open].filter(isSafeId) : []
  const ownRows = useQueries({ queries: ownIds.map(projectRepositoriesWholeQuery), combine: dataOf })

  const usable = useMemo(
    () => (mirrors.data?.rows ?? []).filter(({ id, enabled }) => isSafeId(id) && enabled !== false),
    [mirrors.data],
  )
  const own = useMemo(() => ownRows.flatMap((rows) => rows ?? NO_ROWS), [ownRows])
  const loaded = repositories.data?.rows ?? NO_ROWS
  const listed = projects.data?.rows ?? NO_ROWS
  const { samples } = run
  const version = samples.version()
  const matrix = useMemo(() => {
    const read = new Set(own.map(({ project }) => project?.id))
    const others = read.size === 0 ? loaded : loaded.filter(({ project }) => !read.has(project?.id))
    return coverageMatrix(listed, [...own, ...others], samples)
    // oxlint-disable-next-line react/exhaustive-deps -- The samples are one object; their version says when they changed.
  }, [listed, own, loaded, samples, version])

  const list = refusal === null ? projects : repositories
  const errorOfList = list.data === undefined ? list.error : null
  return {
    mirrors,
    usable,
    matrix,
    repositories,
    /** Why projects are known through repositories alone; `null` where Bitbucket lists them. */
    refusal,
    isRead: list.data !== undefined,
    /** Whether the matrix has every project that the person may see. */
    isWhole: refusal === null && hasEveryProject(projects.data),
    unreadable: projects.data?.unreadable.length ?? 0,
    /** Why there is nothing to show; `null` where there is. */
    error: mirrors.data === undefined ? (mirrors.error ?? errorOfList) : errorOfList,
    /** Why what is shown could not be read again. */
    stale: {
      error: mirrors.error ?? (refusal === null ? projects.error : null),
      updatedAt: mirrors.error ? mirrors.dataUpdatedAt : projects.dataUpdatedAt,
    },
    retry: () => void Promise.all([mirrors.refetch(), list.refetch()]),
  }
}

/** See {@link useCoverageData}. */
export type CoverageData = ReturnType<typeof useCoverageData>
