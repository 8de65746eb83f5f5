import type { MirrorServer } from '#contract/mirror-server.ts'

/** Mirrors that share something with one. */
export type RelatedMirrors = {
  /** On the same host, whatever the port. */
  readonly sameHost: readonly MirrorServer[]
  /** With the same version. */
  readonly sameVersion: readonly MirrorServer[]
}

const hostOf = ({ baseUrl }: MirrorServer): string | null => URL.parse(baseUrl ?? '')?.hostname ?? null

/** The others on a mirror's host and of its version. What is not given is shared with none. */
export const relatedMirrors = (mirror: MirrorServer, all: readonly MirrorServer[]): RelatedMirrors => {
  const others = all.filter(({ id }) => id !== mirror.id)
  const host = hostOf(mirror)
  const version = mirror.productVersion
  return {
    sameHost: host === null ? [] : others.filter((other) => hostOf(other) === host),
    sameVersion: version === null ? [] : others.filter((other) => other.productVersion === version),
  }
}
