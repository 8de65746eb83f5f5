import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { MAX_PANEL, PANEL_FAILURES, panel } from './panel.ts'

describe('panel', () => {
  it('keeps the HTML as it is: the caller must show it in a sandbox', () => {
    const html = '<script>alert(1)</script>'
    expect(v.parse(panel, { kind: 'panel', html, secret: 'x' })).toEqual({ kind: 'panel', html })
  })

  it.each(PANEL_FAILURES)('reads the failure "%s"', (failure) => {
    expect(v.parse(panel, { kind: 'failed', failure })).toEqual({ kind: 'failed', failure })
  })

  it('refuses more than the cap, and an unknown failure', () => {
    expect(v.is(panel, { kind: 'panel', html: 'a'.repeat(MAX_PANEL) })).toBe(true)
    expect(v.is(panel, { kind: 'panel', html: 'a'.repeat(MAX_PANEL + 1) })).toBe(false)
    expect(v.is(panel, { kind: 'failed', failure: 'moved' })).toBe(false)
    expect(v.is(panel, { kind: 'panel' })).toBe(false)
  })
})
