import type { QueryClient } from '@tanstack/react-query'
import * as v from 'valibot'
import { type ProbeResult, probeResult } from '#contract/probe.ts'
import { keptSights, restoreSights } from '#app/domain/mirror/kept-sights.ts'
import { noteProbe } from '#app/domain/mirror/mirror-checks.ts'
import { repositoryKeys } from '#app/domain/repository/repositories.ts'
import { sessionKey } from '#app/api/session-key.ts'
import { noteAnswer } from './ask-mirror.ts'
import { keptText } from './kept-text.ts'
import { onProbeResult } from './probe-results.ts'

/** Answers about repositories that are kept at once: what a person looked at, not all of Coverage. */
const MAX_ANSWERS = 2000

/** Answers that survive a reload: about what fits into a tab's storage beside everything else. */
const MAX_STORED = 500

/** By user and upstream, so that nobody finds what another person's mirrors said. */
const stored = v.object({
  owner: v.string(),
  sights: v.array(v.unknown()),
  answers: v.array(v.tuple([v.string(), v.string(), probeResult])),
})

type Answer = readonly [repositoryId: string, mirrorId: string, result: ProbeResult]

const answersIn = (client: QueryClient): readonly Answer[] =>
  client
    .getQueriesData<ProbeResult>({ queryKey: repositoryKeys.allAvailability() })
    .flatMap(([key, result]): readonly Answer[] => {
      const [repositoryId, mirrorId] = key.slice(-2)
      const isOne = typeof repositoryId === 'string' && typeof mirrorId === 'string' && result !== undefined
      return isOne ? [[repositoryId, mirrorId, result]] : []
    })

/** Makes room: the answers that are oldest and not on screen go first. */
const dropOldest = (client: QueryClient): void => {
  const unused = client
    .getQueryCache()
    .findAll({ queryKey: repositoryKeys.allAvailability(), type: 'inactive' })
    .toSorted((one, other) => one.state.dataUpdatedAt - other.state.dataUpdatedAt)
  for (const query of unused.slice(0, Math.max(0, unused.length - MAX_ANSWERS))) {
    client.getQueryCache().remove(query)
  }
}

const ownerOf = (client: QueryClient): string | null => {
  const session = client.getQueryData<{ user: string | null; upstream: string }>(sessionKey)
  return session?.user ? `${session.user} ${session.upstream}` : null
}

const restore = (client: QueryClient, owner: string): void => {
  const read = v.safeParse(v.pipe(v.string(), v.parseJson(), stored), keptText.get())
  if (!read.success || read.output.owner !== owner) return
  restoreSights(client, read.output.sights)
  for (const [repositoryId, mirrorId, result] of read.output.answers) {
    noteAnswer(client, { repositoryId, mirrorId }, result)
  }
}

/**
 * Keeps what mirrors say to this tab in one place for all pages, whichever part asked, and over a reload.
 *
 * @returns ends that.
 */
export const rememberAnswers = (client: QueryClient): (() => void) => {
  const owner = ownerOf(client)
  if (owner !== null) restore(client, owner)
  let added = 0
  const stop = onProbeResult((question, result) => {
    noteAnswer(client, question, result)
    noteProbe(client, question.mirrorId, result)
    added += 1
    if (added % 100 === 0) dropOldest(client)
  })
  const keep = () => {
    const now = ownerOf(client)
    if (now === null) return
    const answers = answersIn(client)
      .toSorted(([, , one], [, , other]) => other.checkedAt - one.checkedAt)
      .slice(0, MAX_STORED)
    keptText.set(JSON.stringify({ owner: now, sights: keptSights(client), answers }))
  }
  addEventListener('pagehide', keep)
  return () => {
    stop()
    removeEventListener('pagehide', keep)
  }
}
