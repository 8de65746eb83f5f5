import { useCallback, useEffect, useMemo } from 'react'
import { useSearchParams } from 'react-router'
import type { TableSort } from './table-column.ts'
import { useChangeParam } from '#app/browser/use-change-param.ts'
import { withoutCredentials } from '#app/text/without-credentials.ts'

/** A sort as it stands in a URL, such as `name.asc`; `null` for none and for nonsense. */
export const sortOf = (text: string | null): TableSort | null => {
  const [id, direction] = (text ?? '').split('.')
  if (id === undefined || id === '') return null
  return direction === 'asc' || direction === 'desc' ? { id, direction } : null
}

/** Search and sort of a page's table, as they stand in the URL: reload and share give the same view. */
export const useTableParams = () => {
  const [params] = useSearchParams()
  const change = useChangeParam()
  const sortText = params.get('sort')
  const inUrl = params.get('search') ?? ''
  const search = withoutCredentials(inUrl)
  useEffect(() => {
    // A link may have been made by hand. Not within the effect: what is drawn at once cannot be drawn there.
    if (search !== inUrl) queueMicrotask(() => change('search', search))
  }, [search, inUrl, change])
  return {
    search,
    setSearch: useCallback((search: string) => change('search', search), [change]),
    sort: useMemo(() => sortOf(sortText), [sortText]),
    setSort: useCallback(
      (sort: TableSort | null) => change('sort', sort ? `${sort.id}.${sort.direction}` : ''),
      [change],
    ),
  }
}
