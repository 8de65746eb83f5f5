import { expect, it } from 'vitest'
import { finding, type RiskSeverity } from './risk-finding.ts'
import { notKnown } from './risk-facts.ts'
import { fineWords, riskSummaryOf } from './risk-words.ts'

it.each<[readonly RiskSeverity[], string, string]>([
  [[], 'good', 'No warnings'],
  [['ok', 'unknown'], 'good', 'No warnings'],
  [['notice'], 'good', 'No warnings, 1 note'],
  [['warning', 'ok'], 'bad', '1 warning'],
  [['warning', 'warning', 'notice', 'notice'], 'bad', '2 warnings, 2 notes'],
])('findings of %j are summed up as %s: %s', (severities, tone, words) => {
  const findings = severities.map((severity, index) => finding(String(index), severity, ''))
  expect(riskSummaryOf(findings)).toEqual({ tone, words })
})

it.each<[readonly ('reading' | 'failed')[], readonly RiskSeverity[], string, string]>([
  [['reading'], ['ok', 'notice'], 'busy', 'Being checked'],
  [['reading'], ['warning'], 'bad', '1 warning so far'],
  [['failed'], ['ok', 'notice'], 'unknown', 'No warnings in what could be checked, 1 note'],
  [['failed'], ['warning', 'notice'], 'bad', '1 warning, 1 note'],
])('while facts are %j, findings of %j are summed up as %s: %s', (facts, severities, tone, words) => {
  const missing = facts.map((kind) => notKnown('a', { kind }, 'the facts'))
  const found = severities.map((severity, index) => finding(String(index), severity, ''))
  expect(riskSummaryOf([...missing, ...found])).toEqual({ tone, words })
})

it('what found nothing wrong is counted, and what waits beside it', () => {
  expect(fineWords(1)).toBe('1 check found nothing wrong')
  expect(fineWords(8)).toBe('8 checks found nothing wrong')
  expect(fineWords(8, 1)).toBe('8 checks found nothing wrong, 1 still waits')
  expect(fineWords(0, 3)).toBe('3 checks still wait')
})
