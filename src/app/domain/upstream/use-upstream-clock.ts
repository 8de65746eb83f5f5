import { useQuery } from '@tanstack/react-query'
import { clockOffsetQuery } from './upstream.ts'
import { clockNote } from './clock-note.ts'

/**
 * The upstream's clock as far as it is known: what to add to this browser's time (ms; 0 while unknown), and what the
 * page says about it. One that could be read before stays in use when a refresh fails.
 */
export const useUpstreamClock = (): { readonly offsetMs: number; readonly note: string | null } => {
  const { data, isError } = useQuery(clockOffsetQuery)
  const offset = data === undefined && isError ? null : data
  return { offsetMs: offset ?? 0, note: clockNote(offset) }
}
