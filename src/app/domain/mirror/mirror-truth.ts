import type { MirrorServer } from '#contract/mirror-server.ts'
import { call } from '#app/api/client.ts'
import { problemOf } from '#app/api/problem.ts'

/**
 * Reads a mirror past the cache: a poll that began before a write would bring what was true before it. `null` when
 * Bitbucket says that there is none.
 */
export const readMirrorAgain = async (mirrorId: string): Promise<MirrorServer | null> => {
  try {
    return await call('getMirror', { parameters: { mirrorId } })
  } catch (error) {
    if (problemOf(error).kind === 'not-found') return null
    throw error
  }
}

const FACTS = ['name', 'baseUrl', 'enabled', 'mirrorType', 'productType', 'productVersion'] as const

/** A fact of a mirror's record that is set, unlike the sign of life that moves by itself. */
export type RecordFact = (typeof FACTS)[number]

/** The facts in which two readings of one mirror differ. */
export const changedFactsOf = (before: MirrorServer, now: MirrorServer): readonly RecordFact[] =>
  FACTS.filter((fact) => before[fact] !== now[fact])

/** Whether a mirror that was shown is there with the same facts. */
export const isSameRecord = (shown: MirrorServer, now: MirrorServer | null): boolean =>
  now !== null && changedFactsOf(shown, now).length === 0
