import type { MirrorServer } from '#contract/mirror-server.ts'

/** A file name of a mirror: plain letters only, so that no name chooses where the file goes or what it is. */
export const recordFileName = ({ id }: Pick<MirrorServer, 'id'>): string =>
  `mirror-server-${id.replace(/[^A-Za-z0-9_-]/g, '_').slice(0, 64)}.json`

/** The record as JSON text, with where and when it was read. */
export const recordText = (mirror: MirrorServer, upstream: string, readAt: number): string =>
  `${JSON.stringify(
    {
      upstream,
      readAt: new Date(readAt).toISOString(),
      mirrorServer: {
        ...mirror,
        lastSeenDate: mirror.lastSeenDate === null ? null : new Date(mirror.lastSeenDate).toISOString(),
      },
    },
    null,
    2,
  )}\n`
