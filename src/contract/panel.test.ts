import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { MAX_PANEL, PANEL_FAILURES, panel } from './panel.ts'

describe('panel', () => {
  it('keeps the HTML as it is: whoever shows it has to lock it in', () => {
    const html = '<script>alert(1)</script>'
    expect(v.parse(panel, { kind: 'panel', html, secret: 'x' })).toEqual({ kind: 'panel', html })
  })

  it.each(PANEL_FAILURES)('reads the failure "%s"', (failure) => {
    expect(v.parse(panel, { kind: 'failed', failure })).toEqual({ kind: 'failed', failure })
  })

  it('refuses more than the cap, and a failure that nobody has words for', () => {
    expect(v.is(panel, { kind: 'panel', html: 'a'.repeat(MAX_PANEL) })).toBe(true)
    expect(v.is(panel, { kind: 'panel', html: 'a'.repeat(MAX_PANEL + 1) })).toBe(false)
    expect(v.is(panel, { kind: 'failed', failure: 'moved' })).toBe(false)
    expect(v.is(panel, { kind: 'panel' })).toBe(false)
  })
})
