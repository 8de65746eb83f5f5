import { useQuery } from '@tanstack/react-query'
import { sessionQuery } from '#app/domain/session/session.ts'

/** Whether the gateway watches the mirrors by itself, so that there is a history. */
export const useIsWatched = (): boolean => useQuery(sessionQuery).data?.isWatched === true
