import { type QueryClient, queryOptions } from '@tanstack/react-query'
import * as v from 'valibot'
import { FLEET_PATH, type FleetCheck, fleetCheck, fleetCheckEnd } from '#contract/fleet-check.ts'
import type { ProbeResult } from '#contract/probe.ts'
import { read, readLines } from '#app/api/client.ts'
import { Problem } from '#app/api/problem.ts'
import { type MirrorSights, NO_SIGHTS, sightsOfListed, withCheck, withProbe } from '#health/mirror-sight.ts'
import { mirrorKeys, type MirrorList } from './mirrors.ts'

const checkLine = v.union([fleetCheck, fleetCheckEnd])

/** Which mirrors to ask; `null` for all that are enabled. */
type Asked = { readonly mirrorIds: readonly string[] | null; readonly isFresh: boolean }

/** The gateway takes so many names in one request; with more, all are asked. */
const MAX_NAMED = 100

const targetOf = ({ mirrorIds, isFresh }: Asked): string => {
  const query = new URLSearchParams()
  if (mirrorIds !== null && mirrorIds.length <= MAX_NAMED) {
    for (const id of mirrorIds) query.append('mirror', id)
  }
  if (isFresh) query.set('fresh', '1')
  return query.size === 0 ? FLEET_PATH : `${FLEET_PATH}?${query.toString()}`
}

const sightsKey = [...mirrorKeys.all, 'sights'] as const

const change = (client: QueryClient, by: (sights: MirrorSights) => MirrorSights): void => {
  client.setQueryData<MirrorSights>(sightsKey, (sights = NO_SIGHTS) => by(sights))
}

/** Answers that come close together are shown together, in ms: a hundred mirrors must not draw a page a hundred times. */
const GATHER_MS = 100

/** Asks mirrors through the gateway, in one request, and notes the answers as they come. */
const check = async (client: QueryClient, asked: Asked, signal?: AbortSignal): Promise<MirrorSights> => {
  let isComplete = false
  let gathered: FleetCheck[] = []
  let timer: ReturnType<typeof setTimeout> | undefined
  const show = () => {
    clearTimeout(timer)
    timer = undefined
    const [checks, now] = [gathered, Date.now()]
    gathered = []
    change(client, (sights) => checks.reduce((all, one) => withCheck(all, one, now), sights))
  }
  const onLine = (line: string) => {
    const found = read(checkLine, line)
    if ('asked' in found) isComplete = true
    else {
      gathered.push(found)
      timer ??= setTimeout(show, GATHER_MS)
    }
  }
  const headers = { accept: 'application/x-ndjson' }
  try {
    await readLines({ method: 'GET', target: targetOf(asked), headers, body: null }, onLine, signal)
  } finally {
    show()
  }
  // What came counts; those that are missing were not asked.
  if (!isComplete) throw new Problem({ kind: 'unreadable' })
  if (asked.mirrorIds === null) {
    const listed = client.getQueryData<MirrorList>(mirrorKeys.list())?.rows
    change(client, (sights) => sightsOfListed(sights, listed))
  }
  return client.getQueryData<MirrorSights>(sightsKey) ?? NO_SIGHTS
}

/**
 * What mirrors answered to this tab: checks and questions about repositories alike, so that all pages say the same. It
 * is read again with everything else that a page shows, by one request for all mirrors.
 */
export const sightsQuery = queryOptions({
  queryKey: sightsKey,
  queryFn: ({ client, signal }) => check(client, { mirrorIds: null, isFresh: false }, signal),
  staleTime: 15_000,
  gcTime: Infinity,
  retry: false,
  structuralSharing: false,
  meta: { asksMirrors: true },
})

/**
 * "Check now": asks these mirrors, or with `null` all, and takes no answer that an earlier caller got. What is being asked
 * already is not asked twice.
 *
 * @throws Problem when the gateway or Bitbucket does not let it ask.
 */
export const checkNow = async (client: QueryClient, mirrorIds: readonly string[] | null): Promise<void> => {
  await client.fetchQuery({
    queryKey: [...sightsKey, 'now', mirrorIds],
    queryFn: ({ signal }) => check(client, { mirrorIds, isFresh: true }, signal),
    structuralSharing: false,
    retry: false,
    gcTime: 0,
  })
}

/** Notes what a question about one repository says about the mirror as a whole. */
export const noteProbe = (client: QueryClient, mirrorId: string, result: ProbeResult): void =>
  change(client, (sights) => withProbe(sights, mirrorId, result, Date.now()))
