import { mutationOptions, type QueryClient } from '@tanstack/react-query'
import { SILENCES_PATH, type SilenceChange, silences } from '#contract/silences.ts'
import { read, send } from '#app/api/client.ts'
import type { Session } from '#contract/session.ts'
import { browserSilences } from './browser-silences.ts'
import { byOwnClock, type KeptSilences, silencesKey, silencesQuery } from './silences-query.ts'

const accept = { accept: 'application/json' }

/** Where silences are kept, and by whom one is made. */
export type SilencePlace = Pick<Session, 'isWatched' | 'upstream' | 'user' | 'isNamed'>

const took = (text: string): KeptSilences => byOwnClock(read(silences, text), Date.now())

/**
 * Silences a mirror until a time (epoch ms by this browser's clock), or changes its silence. Where the gateway keeps
 * them, its answer is what it has now; where its answer is lost, what is there is read.
 */
export const silenceMutation = (place: SilencePlace) =>
  mutationOptions({
    mutationKey: ['silence'],
    mutationFn: async (
      wanted: SilenceChange,
      { client }: { client: QueryClient },
    ): Promise<KeptSilences | null> => {
      if (!place.isWatched) {
        const { upstream, user, isNamed } = place
        const note = wanted.note.trim()
        browserSilences(upstream).put({ ...wanted, note, by: user ?? '', isNamed, at: Date.now() })
        return null
      }
      // How far its clock is from this one is known only from an answer of its own.
      const { aheadMs } = await client.ensureQueryData(silencesQuery)
      const body = JSON.stringify({ ...wanted, until: Math.round(wanted.until - aheadMs) })
      const headers = { ...accept, 'content-type': 'application/json' }
      return took(await send({ method: 'PUT', target: SILENCES_PATH, headers, body }))
    },
    onSuccess: (kept, _change, _result, { client }) => {
      if (kept !== null) client.setQueryData(silencesQuery.queryKey, kept)
    },
    onError: (_error, _change, _result, { client }) => {
      void client.invalidateQueries({ queryKey: silencesKey })
    },
    scope: { id: 'silences' },
  })

/** Ends the silence of a mirror before its time. */
export const endSilenceMutation = (place: SilencePlace) =>
  mutationOptions({
    mutationKey: ['end-silence'],
    mutationFn: async (mirrorId: string): Promise<KeptSilences | null> => {
      if (!place.isWatched) {
        browserSilences(place.upstream).remove(mirrorId)
        return null
      }
      const target = `${SILENCES_PATH}?${new URLSearchParams({ mirror: mirrorId }).toString()}`
      return took(await send({ method: 'DELETE', target, headers: accept, body: null }))
    },
    onSuccess: (kept, _mirrorId, _result, { client }) => {
      if (kept !== null) client.setQueryData(silencesQuery.queryKey, kept)
    },
    onError: (_error, _mirrorId, _result, { client }) => {
      void client.invalidateQueries({ queryKey: silencesKey })
    },
    scope: { id: 'silences' },
  })
