import { expect, it } from 'vitest'
import { type VerdictKind, VERDICTS } from '#health/mirror-verdict.ts'
import { severityOf } from '#health/verdict-severity.ts'
import { calmWords } from './calm-words.ts'

const spansOf = (...verdicts: readonly string[]) =>
  verdicts.map((verdict, at) => ({ from: at, to: at + 1, verdict }))

const NOT_KNOWN = 'No problem found, but its state was not always known.'

it('a time that nobody watched is not called calm', () => {
  expect(calmWords([])).toBe('Not watched.')
})

it.each<[string, string]>([
  ['healthy', 'Nothing was wrong while watched.'],
  ['synchronizing', 'Nothing was wrong while watched.'],
  ['disabled', 'Nothing was wrong while watched.'],
  ['a word of a newer gateway', NOT_KNOWN],
  ...VERDICTS.filter((kind: VerdictKind) => severityOf(kind) === 'unknown').map((kind): [string, string] => [
    kind,
    NOT_KNOWN,
  ]),
])('a time in which it was healthy and %s is told as “%s”', (verdict, words) => {
  expect(calmWords(spansOf('healthy', verdict))).toBe(words)
})
