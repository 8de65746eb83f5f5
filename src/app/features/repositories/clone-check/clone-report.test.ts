import { describe, expect, it } from 'vitest'
import type { CloneCheck } from './clone-check.ts'
import { cloneReport } from './clone-report.ts'
import { withoutSecrets } from './without-secrets.ts'

const CANARY = 'canary-7f3a'
const JWT = `eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0${CANARY}.c2lnbmF0dXJl${CANARY}`

const leaks = [
  `https://dublin.example/rest/mirroring/latest/mirrorRepos/1?jwt=${JWT}`,
  `https://jane:${CANARY}@dublin.example/scm`,
  `https://dublin.example/#${CANARY}`,
  `Authorization: Bearer ${CANARY}`,
  `Basic ${CANARY}==`,
  `token=${CANARY}`,
  JWT,
]

describe('the report', () => {
  it.each(leaks)('holds nothing of %s', (leak) => {
    const check: CloneCheck = { claim: 'It answers', verdict: 'failed', evidence: leak, nextStep: leak }
    const report = cloneReport(
      { repository: { id: '11', name: leak }, mirror: { id: 'dublin', name: leak, baseUrl: leak }, at: 0 },
      [check],
    )
    expect(report).not.toContain(CANARY)
  })

  it('keeps what is no secret', () => {
    expect(withoutSecrets('Open https://dublin.example/scm on host 10.0.0.1, version 8.16.0.')).toBe(
      'Open https://dublin.example/scm on host 10.0.0.1, version 8.16.0.',
    )
  })

  it('is one line per fact, whatever a name holds', () => {
    const report = cloneReport(
      { repository: { id: '11', name: 'a\nb\u202E' }, mirror: { id: 'd', name: 'D', baseUrl: null }, at: 0 },
      [],
    )
    expect(report).toContain('Repository: a[U+000A]b[U+202E] (id 11)')
    expect(report).toContain('Checked: 1970-01-01 00:00:00 UTC')
  })
})
