import { beforeEach, describe, expect, it } from 'vitest'
import { announce, announceAfter, announcements, dismissAnnouncement } from './announcements.ts'
import { forgetPerson } from './personal-store.ts'

const shown = () => announcements.get()?.message ?? null

beforeEach(forgetPerson)

describe('news', () => {
  it('are shown at once where nothing is', () => {
    announceAfter('Dublin: timed out')
    expect(shown()).toBe('Dublin: timed out')
  })

  it('wait for each result, however many follow each other, and come in their order', () => {
    announce('Sydney was accepted')
    announceAfter('Dublin: timed out')
    announceAfter('Lima: asked to join')
    expect(shown()).toBe('Sydney was accepted')
    announce('Toronto was accepted')
    expect(shown()).toBe('Toronto was accepted')
    dismissAnnouncement()
    expect(shown()).toBe('Dublin: timed out')
    dismissAnnouncement()
    expect(shown()).toBe('Lima: asked to join')
    dismissAnnouncement()
    expect(shown()).toBeNull()
  })

  it('that wait are never told to another person', () => {
    announce('Sydney was accepted')
    announceAfter('Dublin: timed out')
    forgetPerson()
    expect(shown()).toBeNull()
    announce('You are signed in')
    dismissAnnouncement()
    expect(shown()).toBeNull()
  })
})
