import type { MirrorServer } from '#contract/mirror-server.ts'

/** A mirror of which Bitbucket says nothing but its id, its name and whether it is enabled. */
export const mirrorSample = (id: string, enabled: boolean | null = true): MirrorServer => ({
  id,
  name: id,
  baseUrl: null,
  enabled,
  lastSeenDate: null,
  mirrorType: null,
  productType: null,
  productVersion: null,
})
