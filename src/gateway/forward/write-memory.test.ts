import { describe, expect, it } from 'vitest'
import { createWriteMemory } from './write-memory.ts'

describe('a write', () => {
  it('is a repetition within a minute of the same one, of the same session', () => {
    let time = 1_700_000_000_000
    const memory = createWriteMemory(() => time)
    expect(memory.isRepeated('alice', '1-k1')).toBe(false)
    expect(memory.isRepeated('alice', '1-k2')).toBe(false)
    expect(memory.isRepeated('bob', '1-k1')).toBe(false)
    expect(memory.isRepeated('alice', '1-k1')).toBe(true)
    time += 59_999
    expect(memory.isRepeated('alice', '1-k1')).toBe(true)
    time += 1
    expect(memory.isRepeated('alice', '1-k1')).toBe(false)
  })

  it('without a key is never a repetition', () => {
    const memory = createWriteMemory(Date.now)
    expect([1, 2].map(() => memory.isRepeated('alice', '1'))).toEqual([false, false])
  })

  it('is forgotten when thousands came after it, so that memory stays bounded', () => {
    const memory = createWriteMemory(() => 0)
    memory.isRepeated('alice', '1-first')
    for (let at = 0; at < 5000; at += 1) memory.isRepeated('alice', `1-${at}`)
    expect(memory.isRepeated('alice', '1-first')).toBe(false)
  })
})
