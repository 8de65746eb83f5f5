import { expect, it } from 'vitest'
import type { MirrorFinding } from '#health/mirror-sight.ts'
import { answerWords, progressWords, recordWords, seenLead } from './witness-words.ts'

const answered = (state: string, syncedRepos: number | null, totalRepos: number | null): MirrorFinding => ({
  kind: 'answered',
  status: { state, memberCount: null, discovering: null, syncedRepos, totalRepos },
})

it.each<[MirrorFinding | null, string, string]>([
  [null, 'not asked yet', ''],
  [{ kind: 'answered', status: null }, 'answers, and says nothing about its state', ''],
  [answered('SYNCHRONIZED', 9, 9), 'SYNCHRONIZED, 9 of 9 repositories copied', '9 of 9 repositories copied'],
  [
    answered('METADATA_SYNCHRONIZED', 242, 1071),
    'METADATA_SYNCHRONIZED, 242 of 1,071 repositories copied',
    '242 of 1,071 repositories copied',
  ],
  [answered('SYNCHRONIZED', 7, null), 'SYNCHRONIZED, 7 repositories copied', '7 repositories copied'],
  [answered('SYNCHRONIZED', null, null), 'SYNCHRONIZED', ''],
  [{ kind: 'failed', failure: 'unreachable', status: null }, 'Unreachable', ''],
  [{ kind: 'failed', failure: 'failing', status: 500 }, 'Failing (500)', ''],
  [{ kind: 'failed', failure: 'maintenance', status: 503 }, 'In maintenance (503)', ''],
])('the answer %j is told as "%s", its progress as "%s"', (finding, words, progress) => {
  expect(answerWords(finding)).toBe(words)
  expect(progressWords(finding)).toBe(progress)
})

it('a state with hidden characters is told with them shown, and cut', () => {
  const words = answerWords(answered(`A\u202e${'B'.repeat(100)}`, null, null))
  expect(words).not.toContain('\u202e')
  expect(words.length).toBeLessThan(60)
})

it.each([
  [true, 'lists it as enabled'],
  [false, 'lists it as disabled'],
  [null, 'does not say whether it is enabled'],
])('a record with enabled %j %s', (enabled, words) => {
  expect(recordWords({ enabled })).toBe(words)
})

it.each([
  ['none', null, 'saw it'],
  ['a moment that has passed', 900_000, 'saw it'],
  ['one that came while it was read', 1_004_000, 'saw it'],
  ['one that is still to come', 1_420_000, 'gives a time in the future:'],
])('a record with %s as last seen', (_what, lastSeenDate, words) => {
  expect(seenLead(lastSeenDate, 1_000_000)).toBe(words)
})
