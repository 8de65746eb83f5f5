import type { MirrorServer } from '#contract/mirror-server.ts'
import type { Problem } from '#app/api/problem.ts'
import { problemText } from '#app/api/problem-text.ts'
import type { OutcomeWords, WriteWords } from '#app/ui/dialog/write-words.ts'

const notSaved = ({ kind }: Problem): OutcomeWords => ({
  title: 'Your choice was not saved',
  meaning: problemText[kind].meaning,
})

/** What is said beside the form about each outcome; a success is announced. */
export const preferenceWords: WriteWords<string | null, MirrorServer, undefined> = {
  done: null,
  found: null,
  changed: null,
  gone: null,
  'not-done': ({ problem }) =>
    problem === null
      ? {
          title: 'Bitbucket shows another choice',
          meaning:
            'It took yours and then answered with the one above. It may have been changed in another window: check it and save again.',
        }
      : notSaved(problem),
  unknown: {
    title: 'It is not known whether your choice was saved',
    meaning: 'It was sent, and reading it back failed. Save again: doing it twice does no harm.',
  },
  refused: (problem, mirrorId) => {
    if (problem.kind === 'not-found' && mirrorId !== null) {
      return {
        title: 'This mirror no longer exists',
        meaning: 'It was removed meanwhile, and nothing was saved. Choose another one.',
      }
    }
    return problem.kind === 'not-permitted'
      ? {
          title: 'You are not permitted to choose a preferred mirror',
          meaning: 'Nothing was saved. It takes read access to at least one repository.',
        }
      : notSaved(problem)
  },
}
