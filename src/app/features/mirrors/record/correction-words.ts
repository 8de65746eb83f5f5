import type { MirrorServer } from '#contract/mirror-server.ts'
import type { CorrectionSubject } from '#app/domain/mirror/mirror-correction.ts'
import { type OutcomeWords, writeRefusal, type WriteWords } from '#app/ui/dialog/write-words.ts'
import { changedFactWords } from './record-fact-words.ts'

const corrected: OutcomeWords = {
  isGood: true,
  title: 'The record is corrected',
  meaning: 'Bitbucket was asked again and has what you entered. The mirror itself was not touched.',
}

/** What is said about each outcome of a correction. */
export const correctionWords: WriteWords<CorrectionSubject, MirrorServer, MirrorServer> = {
  done: corrected,
  found: corrected,
  changed: ({ truth, mayBeOurs }, { shown }) =>
    mayBeOurs
      ? {
          title: 'The record says something else',
          meaning:
            'Bitbucket did not confirm the correction, and the record changed. Compare it with what you entered.',
        }
      : {
          title: 'The record changed in the meantime; nothing was sent',
          meaning: `What changed: ${changedFactWords(shown, truth)}. What you typed is still here: check the record as it is now and save again.`,
        },
  gone: {
    title: 'This mirror was removed',
    meaning: 'Bitbucket no longer knows it. There is no record to correct.',
  },
  'not-done': ({ problem }) => ({
    title: 'The record says something else',
    meaning:
      problem === null
        ? 'Bitbucket confirmed the correction, but asked again it has another address or version. It may have written them in its own way: compare them with what you entered.'
        : 'Bitbucket did not confirm the correction and has not made it. Save again.',
  }),
  unknown: {
    title: 'Outcome unknown',
    meaning: 'What Bitbucket has now could not be read. The record may be corrected or not.',
  },
  refused: (problem) => writeRefusal(problem, 'correct this record'),
}
