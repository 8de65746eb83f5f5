import { type UseQueryResult, useQueries } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { MirrorServer } from '#contract/mirror-server.ts'
import type { ProbeResult } from '#contract/probe.ts'
import type { KnownAnswer } from '#app/domain/fleet/known-answers.ts'
import { availabilityWords, isServing } from '#app/domain/availability/availability-words.ts'
import type { AnswerBrief } from './availability-order.ts'
import { availabilityOf } from './use-availability.ts'

type Brief = AnswerBrief & { readonly at: number }

const briefsOf = (results: readonly UseQueryResult<ProbeResult>[]) => ({
  asked: results.filter(({ data, error }) => data !== undefined || error !== null).length,
  asking: results.filter(({ isFetching }) => isFetching).length,
  results: results.map(({ data }) => data),
  briefs: results.map(({ data, error, isFetching, dataUpdatedAt }): Brief | null => {
    if (data !== undefined) {
      const { word, tone } = availabilityWords(data)
      return { word, tone, isServing: isServing(data), tookMs: Math.round(data.tookMs), at: dataUpdatedAt }
    }
    if (isFetching) return null
    const word = error === null ? 'Not asked' : 'Unknown'
    return { word, tone: error === null ? 'off' : 'unknown', isServing: false, tookMs: null, at: Infinity }
  }),
})

/**
 * What the mirrors answer about a repository, in brief and by mirror id; those that are asked for the first time are
 * left out. It asks them, whether or not there is a row for each.
 */
export const useAnswers = (repositoryId: string, mirrors: readonly MirrorServer[]) => {
  const { asked, asking, briefs, results } = useQueries({
    queries: mirrors.map((mirror) => availabilityOf(repositoryId, mirror)),
    combine: briefsOf,
  })
  return useMemo(() => {
    const known = mirrors.flatMap(({ id }, at): readonly (readonly [string, Brief])[] => {
      const brief = briefs[at]
      return brief ? [[id, brief]] : []
    })
    const said = mirrors.flatMap(({ id: mirrorId }, at): readonly KnownAnswer[] => {
      const result = results[at]
      return result ? [{ mirrorId, repositoryId, result }] : []
    })
    const times = known.map(([, { at }]) => at).filter(Number.isFinite)
    return {
      answers: new Map(known),
      /** The same as it came, without what could not be asked. */
      said,
      asked,
      asking,
      /** When the oldest of the answers came, epoch ms; `null` without any. */
      oldest: times.length === 0 ? null : Math.min(...times),
    }
  }, [repositoryId, mirrors, briefs, results, asked, asking])
}
