import { describe, expect, it } from 'vitest'
import { latinKey } from './latin-key.ts'

describe('the key of a press is a Latin letter', () => {
  it.each([
    ['of a Latin layout as it is', 'k', 'KeyK', 'k'],
    ['by what it writes, not by its place, on Dvorak', 'j', 'KeyC', 'j'],
    ['with an accent as it is', 'é', 'Digit2', 'é'],
    ['by its place on a Russian layout', 'о', 'KeyJ', 'j'],
    ['as a capital too', 'Л', 'KeyK', 'K'],
    ['by its place on a Greek layout', 'ξ', 'KeyJ', 'j'],
    ['by its place where letters have no capitals', 'ח', 'KeyJ', 'j'],
    ['not where another script has a letter on another key', 'ж', 'Semicolon', 'ж'],
    ['not for a sign on the place of a letter', '/', 'KeyQ', '/'],
    ['not for keys with a name', 'ArrowDown', 'ArrowDown', 'ArrowDown'],
    ['not for a press that the system made without a place', 'о', '', 'о'],
    ['not for keys that only begin like a letter', 'Dead', 'KeyN', 'Dead'],
  ])('%s', (_what, key, code, expected) => {
    expect(latinKey({ key, code })).toBe(expected)
  })
})
