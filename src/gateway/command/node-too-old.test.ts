import { readFileSync } from 'node:fs'
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { nodeTooOld, OLDEST_NODE } from './node-too-old.ts'

const UNDICI = new URL('../../../node_modules/undici/package.json', import.meta.url)

describe('a Node', () => {
  it.each(['22.19.0', '22.20.1', '23.0.0', '24.21.0', '100.0.0'])('%s is new enough', (version) => {
    expect(nodeTooOld(version)).toBe(null)
  })

  it.each(['18.0.0', '20.20.2', '22.0.0', '22.18.9'])('%s is too old', (version) => {
    expect(nodeTooOld(version)).toBe(
      `Mirror Console needs Node 22.19 or newer, and this is Node ${version}: start it with a newer one.`,
    )
  })

  it('is as new as the library needs that asks Bitbucket', () => {
    const text: unknown = JSON.parse(readFileSync(UNDICI, 'utf8'))
    const { engines } = v.parse(v.object({ engines: v.object({ node: v.string() }) }), text)
    expect(engines.node).toBe(`>=${OLDEST_NODE}.0`)
  })
})
