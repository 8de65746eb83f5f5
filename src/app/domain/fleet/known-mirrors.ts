import * as v from 'valibot'
import { persisted } from '#app/browser/persisted.ts'

/** Ids of mirrors, and the upstream address under which this browser met each first. */
export type KnownMirrors = ReadonlyMap<string, string>

/** A fleet has a hundred mirrors at most; more than this is not worth the storage. The oldest go first. */
const MAX_KNOWN = 1000

/** It belongs to the browser: the guard against clones protects every account. */
const setting = persisted(
  'known-mirrors',
  v.array(v.tuple([v.pipe(v.string(), v.maxLength(128)), v.pipe(v.string(), v.maxLength(2048))])),
  [],
)

/** What this browser knows; nothing where the memory cannot be read. */
export const readKnownMirrors = (): KnownMirrors => new Map(setting.get())

/**
 * What is known after `ids` were seen under `upstream`. An id keeps the address under which it was met first: a clone
 * that is looked at must not make its ids its own.
 */
export const knownAfter = (known: KnownMirrors, upstream: string, ids: readonly string[]): KnownMirrors => {
  const next = new Map(known)
  for (const id of ids) {
    if (id.length <= 128 && !next.has(id)) next.set(id, upstream)
  }
  return next.size === known.size ? known : new Map([...next].slice(-MAX_KNOWN))
}

/** Remembers that these mirrors were seen under this address. */
export const rememberMirrors = (upstream: string, ids: readonly string[]): void => {
  const known = readKnownMirrors()
  const next = knownAfter(known, upstream, ids)
  if (next !== known) setting.set([...next])
}
