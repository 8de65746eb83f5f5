import { changedFactsOf } from '#app/domain/mirror/mirror-truth.ts'
import type { RemovalOutcome } from '#app/domain/mirror/mirror-removal.ts'
import { recordFactWords } from '#app/features/mirrors/record/record-fact-words.ts'
import type { MirrorServer } from '#contract/mirror-server.ts'
import type { OutcomeWords } from '#app/ui/dialog/write-outcome.tsx'

/** Whether Bitbucket no longer has the mirror, as far as is known. */
export const isOver = ({ kind }: RemovalOutcome): boolean => kind === 'done' || kind === 'gone'

/** Tells an outcome that was not simply "done and verified". `shown` is the mirror as it was shown. */
export const removalWords = (outcome: RemovalOutcome, shown: MirrorServer): OutcomeWords => {
  switch (outcome.kind) {
    case 'done':
      return {
        title: 'Bitbucket confirmed the removal',
        meaning: outcome.isVerified
          ? 'Asked again, Bitbucket no longer knows this mirror.'
          : 'Asking again failed, so nothing but the confirmation says so. Look at the list of mirror servers.',
      }
    case 'gone':
      return outcome.mayBeOurs
        ? {
            isGood: true,
            title: 'This mirror is removed now',
            meaning:
              'Bitbucket was asked again and no longer knows it. The answer to your removal was lost, so somebody else may have been faster.',
          }
        : {
            title: 'This mirror was already removed by someone else',
            meaning: 'Bitbucket no longer knows it. Your removal changed nothing.',
          }
    case 'changed':
      return {
        title: 'This mirror changed while you looked at it; nothing was removed',
        meaning: `What changed: ${changedFactsOf(shown, outcome.mirror)
          .map((fact) => recordFactWords[fact])
          .join(', ')}. Look at it as it is now and decide again.`,
      }
    case 'still-there':
      return {
        title: 'The mirror is still there',
        meaning:
          outcome.problem === null
            ? 'Bitbucket confirmed the removal and still lists the mirror. It may be asking to join again. Look at the list in a moment.'
            : 'Bitbucket did not confirm the removal and still lists the mirror. Remove it again.',
      }
    case 'unknown':
      return {
        title: 'Outcome unknown',
        meaning:
          'The answer was lost, and what became of the mirror could not be read. It may be removed or not.',
      }
  }
}
