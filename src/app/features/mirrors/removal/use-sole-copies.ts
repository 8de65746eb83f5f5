import { useQuery, useQueryClient } from '@tanstack/react-query'
import type { PagedList } from '#app/api/paged-list.ts'
import { isWhole } from '#app/api/presence.ts'
import { usePagedList } from '#app/api/use-paged-list.ts'
import { useEffect, useMemo, useState } from 'react'
import type { MirrorServer } from '#contract/mirror-server.ts'
import { mirrorsQuery } from '#app/domain/mirror/mirrors.ts'
import { mirrorAsker } from '#app/domain/availability/ask-mirror.ts'
import { availabilityQuery } from '#app/domain/availability/ask-mirror.ts'
import { repositorySearchQuery } from '#app/domain/repository/repositories.ts'
import { findSoleCopies, projectSamples, type SoleCopy } from '#app/domain/availability/sole-copies.ts'

const NONE: readonly SoleCopy[] = []

/** Answers of the last minutes are good enough for a sample. */
const FRESH_MS = 300_000

/**
 * Which sampled projects lose their only mirror when this one goes. It begins when lists of mirrors and repositories
 * are there, and stops asking when the dialog closes.
 */
export const useSoleCopies = ({ id }: MirrorServer) => {
  const client = useQueryClient()
  const mirrors = useQuery(mirrorsQuery)
  const repositories = usePagedList(repositorySearchQuery(''))
  const rows = repositories.data?.rows
  const samples = useMemo(() => projectSamples(rows ?? []), [rows])
  // The fleet as it was when the dialog opened: heartbeats must not start the questions anew.
  const [fleet, setFleet] = useState<PagedList<MirrorServer> | null>(null)
  if (fleet === null && mirrors.data !== undefined) setFleet(mirrors.data)
  const [soleCopies, setSoleCopies] = useState(NONE)
  const [isDone, setDone] = useState(false)
  useEffect(() => {
    if (fleet === null || samples.length === 0) return undefined
    const control = new AbortController()
    const ask = async (repositoryId: string, mirrorId: string) => {
      const noted = client.getQueryState(availabilityQuery(repositoryId, mirrorId).queryKey)
      if (noted?.data !== undefined && Date.now() - noted.dataUpdatedAt < FRESH_MS) return noted.data
      const question = { repositoryId, mirrorId }
      try {
        return await mirrorAsker.ask(question, { priority: 'person', signal: control.signal })
      } catch {
        return null
      }
    }
    const add = (found: SoleCopy) => {
      if (!control.signal.aborted) setSoleCopies((before) => [...before, found])
    }
    const find = async () => {
      const known = { mirrors: fleet.rows, isFleetWhole: isWhole(fleet) }
      await findSoleCopies({ mirrorId: id, ...known, repositories: samples }, ask, add)
      if (!control.signal.aborted) setDone(true)
    }
    void find()
    return () => {
      control.abort()
      setSoleCopies(NONE)
      setDone(false)
    }
  }, [client, fleet, id, samples])
  const error = mirrors.error ?? repositories.error
  return { samples, soleCopies, isDone, error, hasMore: repositories.hasNextPage, isRead: rows !== undefined }
}
