import type { MirrorServer } from '#contract/mirror-server.ts'
import { call } from '#app/api/client.ts'
import type { ConfirmedWrite, WriteOutcome } from '#app/api/confirmed-write.ts'
import { isSameRecord, readMirrorAgain } from './mirror-truth.ts'

/** What became of a removal. */
export type RemovalOutcome = WriteOutcome<MirrorServer, undefined>

/** The write that removes a mirror that was shown as `shown`. Bitbucket is asked again whether it still knows it. */
export const removalWrite = (shown: MirrorServer): ConfirmedWrite<MirrorServer, undefined> => ({
  read: () => readMirrorAgain(shown.id),
  isAsShown: (now) => isSameRecord(shown, now),
  send: () => call('removeMirror', { parameters: { mirrorId: shown.id } }),
  isDone: (now) => now === null,
  isReadBack: true,
  // 404 right after reading it: someone else was faster, or the browser sent ours twice after a lost connection.
  answers: { conflict: 'refused', 'not-found': 'lost' },
})
