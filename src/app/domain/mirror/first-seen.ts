import * as v from 'valibot'
import type { MirrorServer } from '#contract/mirror-server.ts'
import { persistedBy } from '#app/browser/persisted.ts'

/** A mirror's record as this browser met it first. */
const firstSight = v.object({
  name: v.string(),
  baseUrl: v.nullable(v.string()),
  productVersion: v.nullable(v.string()),
  /** By this browser's clock, epoch ms. */
  at: v.pipe(v.number(), v.minValue(0), v.maxValue(8_640_000_000_000_000)),
})

/** A mirror's record as this browser met it first. */
export type FirstSight = v.InferOutput<typeof firstSight>

/** By upstream. It belongs to the browser: facts about mirrors, whoever reads them. */
const stored = persistedBy('first-seen ', v.array(v.tuple([v.string(), firstSight])), [])

/** The oldest go first when there are more. */
const MAX_KNOWN = 500

/** Longer texts are not worth the storage, and could fill it. */
const MAX_TEXT = 1024

const isShort = ({ id, name, baseUrl, productVersion }: MirrorServer): boolean =>
  [id, name, baseUrl ?? '', productVersion ?? ''].every((text) => text.length <= MAX_TEXT)

/**
 * What this browser met first of each mirror of one upstream: Bitbucket keeps no history, so drift can only be told
 * from here on.
 */
export const firstSights = (upstream: string) => {
  const setting = stored.of(upstream)
  const read = (): Map<string, FirstSight> => new Map(setting.get())
  return {
    of: (mirrorId: string): FirstSight | null => read().get(mirrorId) ?? null,
    /** Remembers the mirrors that are new here; `now` is this browser's time. */
    remember: (mirrors: readonly MirrorServer[], now: number): void => {
      const known = read()
      const before = known.size
      for (const mirror of mirrors) {
        if (known.has(mirror.id) || !isShort(mirror)) continue
        const { name, baseUrl, productVersion } = mirror
        known.set(mirror.id, { name, baseUrl, productVersion, at: now })
      }
      if (known.size > before) setting.set([...known].slice(-MAX_KNOWN))
    },
  }
}

/** A fact that is remembered, and what it was when it differs now. */
export type Drift = {
  readonly fact: 'name' | 'baseUrl' | 'productVersion'
  readonly before: string | null
  readonly now: string | null
}

const FACTS = ['name', 'baseUrl', 'productVersion'] as const

/** In what a record differs from the one that was met first. */
export const driftOf = (
  first: FirstSight,
  now: Pick<MirrorServer, 'name' | 'baseUrl' | 'productVersion'>,
): readonly Drift[] =>
  FACTS.filter((fact) => first[fact] !== now[fact]).map((fact) => ({
    fact,
    before: first[fact],
    now: now[fact],
  }))
