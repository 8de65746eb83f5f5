import type { MirroringRequest } from '#contract/mirroring-request.ts'
import { writeRefusal, type WriteWords } from '#app/ui/dialog/write-words.ts'
import type { RequestBody } from './request-draft.ts'

/** The words for each outcome of a registration. After a success the page of the request opens. */
export const registrationWords: WriteWords<RequestBody, MirroringRequest, MirroringRequest> = {
  done: null,
  found: null,
  changed: null,
  gone: null,
  'not-done': {
    title: 'Nothing was registered',
    meaning:
      'The answer was lost, and Bitbucket lists no pending request with these facts. Register it again.',
  },
  unknown: {
    title: 'Outcome unknown',
    meaning:
      'The answer was lost, and the pending requests could not be read. It may have been registered or not.',
  },
  refused: (problem) =>
    problem.kind === 'conflict'
      ? {
          title: 'Bitbucket did not take this request',
          meaning:
            'It finds it invalid, or a request of this mirror is pending already. Nothing was registered. The details say more.',
        }
      : writeRefusal(problem, 'register mirrors'),
}
