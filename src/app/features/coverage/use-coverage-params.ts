import { useMemo } from 'react'
import { useSearchParams } from 'react-router'
import { useChangeParam } from '#app/browser/use-change-param.ts'
import { SHOWN, type Shown } from './matrix/coverage-rows.ts'

/** What the page keeps in its address: the filter, the search, and which mirrors the simulation leaves out. */
export const useCoverageParams = () => {
  const [params] = useSearchParams()
  const change = useChangeParam()
  const goneText = params.get('gone') ?? ''
  const gone = useMemo(() => new Set(goneText.split(',').filter((id) => id !== '')), [goneText])
  return {
    search: params.get('search') ?? '',
    setSearch: (search: string) => change('search', search),
    shown: SHOWN.find((shown) => shown === params.get('show')) ?? 'all',
    setShown: (shown: Shown) => change('show', shown === 'all' ? '' : shown),
    gone,
    setGone: (mirrorIds: readonly string[], isGone: boolean) => {
      const others = [...gone].filter((id) => !mirrorIds.includes(id))
      change('gone', [...others, ...(isGone ? mirrorIds : [])].join(','))
    },
  }
}
