import { useMemo } from 'react'
import { useSearchParams } from 'react-router'
import { SHOWN, type Shown } from './coverage-rows.ts'

/** What of the page stands in its address: the filter, the search, and which mirrors are thought gone. */
export const useCoverageParams = () => {
  const [params, setParams] = useSearchParams()
  const change = (name: string, value: string) =>
    setParams(
      (before) => {
        const after = new URLSearchParams(before)
        if (value === '') after.delete(name)
        else after.set(name, value)
        return after
      },
      { replace: true, preventScrollReset: true },
    )
  const goneText = params.get('gone') ?? ''
  const gone = useMemo(() => new Set(goneText.split(',').filter((id) => id !== '')), [goneText])
  return {
    search: params.get('search') ?? '',
    setSearch: (search: string) => change('search', search),
    shown: SHOWN.find((shown) => shown === params.get('show')) ?? 'all',
    setShown: (shown: Shown) => change('show', shown === 'all' ? '' : shown),
    gone,
    setGone: (mirrorId: string, isGone: boolean) =>
      change(
        'gone',
        [...gone]
          .filter((id) => id !== mirrorId)
          .concat(isGone ? [mirrorId] : [])
          .join(','),
      ),
  }
}
