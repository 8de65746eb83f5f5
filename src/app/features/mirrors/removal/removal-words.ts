import type { MirrorServer } from '#contract/mirror-server.ts'
import type { RemovalOutcome } from '#app/domain/mirror/mirror-removal.ts'
import { changedFactWords } from '#app/features/mirrors/record/record-fact-words.ts'
import { writeRefusal, type WriteWords } from '#app/ui/dialog/write-words.ts'

/** Whether Bitbucket no longer has the mirror, as far as is known. */
export const isOver = (outcome: RemovalOutcome): boolean =>
  outcome.kind === 'done' ||
  outcome.kind === 'found' ||
  outcome.kind === 'gone' ||
  (outcome.kind === 'unknown' && outcome.isConfirmed)

/** What the dialog says about each outcome. It closes when the removal is done and verified. */
export const removalWords: WriteWords<MirrorServer, MirrorServer, undefined> = {
  done: null,
  found: {
    isGood: true,
    title: 'This mirror is removed now',
    meaning:
      'Bitbucket was asked again and no longer knows it. The answer to your removal was lost, so someone else may have removed it first.',
  },
  gone: {
    title: 'This mirror was already removed by someone else',
    meaning: 'Bitbucket no longer knows it. Your removal changed nothing.',
  },
  changed: ({ truth }, shown) => ({
    title: 'This mirror changed in the meantime; nothing was removed',
    meaning: `What changed: ${changedFactWords(shown, truth)}. Check it as it is now and decide again.`,
  }),
  'not-done': ({ problem }) => ({
    title: 'The mirror is still there',
    meaning:
      problem === null
        ? 'Bitbucket confirmed the removal and still lists the mirror. It may be asking to join again. Check the list in a moment.'
        : 'Bitbucket did not confirm the removal and still lists the mirror. Remove it again.',
  }),
  unknown: ({ isConfirmed }) =>
    isConfirmed
      ? {
          title: 'Bitbucket confirmed the removal',
          meaning:
            'Reading it again failed, so the confirmation is the only evidence. Check the list of mirror servers.',
          problem: null,
        }
      : {
          title: 'Outcome unknown',
          meaning:
            'The answer was lost, and what became of the mirror could not be read. It may be removed or not.',
        },
  refused: (problem) => writeRefusal(problem, 'remove mirror servers'),
}
