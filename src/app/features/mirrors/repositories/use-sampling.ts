import { useQueries, useQueryClient } from '@tanstack/react-query'
import { useEffect, useMemo, useState } from 'react'
import type { ProbeResult } from '#contract/probe.ts'
import type { Repository } from '#contract/repository.ts'
import { askEach } from '#app/domain/availability/ask-each.ts'
import { availabilityQuery, mirrorAsker, noteAnswer } from '#app/domain/availability/ask-mirror.ts'
import { sampleOrder } from '#app/domain/repository/sample-order.ts'

/** Questions before the user has to allow more. */
export const SAMPLING_BUDGET = 25

/** So many that a search found are asked about at once; more are a search that is still being typed. */
const ASKED_AT_ONCE = 5

/** Why a sampling ended before its list did. */
type SamplingStop =
  /** The mirror could not be asked several times in a row. */
  | { readonly kind: 'failing' }
  /** The console or Bitbucket refused the question. */
  | { readonly kind: 'refused'; readonly error: unknown }

/** One sampled repository; `result` is `null` until the mirror was asked. */
export type SampledRepository = { readonly repository: Repository; readonly result: ProbeResult | null }

/** Reads the cache only: the sampling asks, in its order and at its pace. */
const cachedAnswer = (repositoryId: string, mirrorId: string) => ({
  ...availabilityQuery(repositoryId, mirrorId),
  enabled: false,
})

const resultsOf = (queries: readonly { data: ProbeResult | undefined }[]): readonly (ProbeResult | null)[] =>
  queries.map(({ data }) => data ?? null)

/**
 * Asks one mirror about the repositories, a project at a time, until the budget is spent. Answers live in the cache
 * alone; what is kept here is whether asking may go on.
 *
 * @param isWanted whether it begins by itself.
 * @param isSettled whether these are the repositories, and no more of them are being read.
 * @param search what the repositories were found by; empty where nothing was searched for.
 */
export const useSampling = (
  mirrorId: string,
  repositories: readonly Repository[],
  {
    isWanted,
    isSettled,
    search,
    budget,
    onBudget,
  }: {
    readonly isWanted: boolean
    readonly isSettled: boolean
    readonly search: string
    readonly budget: number
    readonly onBudget: (budget: number) => void
  },
) => {
  const client = useQueryClient()
  const [isHeld, setHeld] = useState(!isWanted)
  const [startedFor, setStartedFor] = useState('')
  const isPaused = isHeld || (repositories.length > ASKED_AT_ONCE && search !== '' && startedFor !== search)
  const [stop, setStop] = useState<SamplingStop | null>(null)
  const planned = useMemo(() => sampleOrder(repositories).slice(0, budget), [repositories, budget])

  const results = useQueries({
    queries: planned.map(({ id }) => cachedAnswer(id, mirrorId)),
    combine: resultsOf,
  })
  const rows = useMemo(
    (): readonly SampledRepository[] =>
      planned.map((repository, index) => ({ repository, result: results[index] ?? null })),
    [planned, results],
  )

  useEffect(() => {
    if (isPaused || !isSettled || planned.length === 0) return undefined
    const control = new AbortController()
    const run = async () => {
      const open = planned
        .map(({ id }) => id)
        .filter((id) => client.getQueryData(availabilityQuery(id, mirrorId).queryKey) === undefined)
        .values()
      try {
        await askEach([mirrorId], {
          asker: mirrorAsker,
          next: () => open.next().value,
          onAnswer: (question, result) => noteAnswer(client, question, result),
          signal: control.signal,
        })
        if (!mirrorAsker.isPaused(mirrorId)) return
        setStop({ kind: 'failing' })
      } catch (error) {
        if (control.signal.aborted) return
        setStop({ kind: 'refused', error })
      }
      setHeld(true)
    }
    void run()
    return () => control.abort()
  }, [client, mirrorId, planned, isPaused, isSettled])

  return {
    rows,
    asked: rows.filter(({ result }) => result !== null).length,
    budget,
    isPaused,
    stop,
    pause: () => setHeld(true),
    resume: () => {
      setStop(null)
      setStartedFor(search)
      setHeld(false)
    },
    askMore: () => {
      setStop(null)
      onBudget(budget + SAMPLING_BUDGET)
      setHeld(false)
    },
  }
}
