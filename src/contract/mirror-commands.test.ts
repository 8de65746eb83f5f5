import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { mirrorRecord, mirrorToken, repositoryMirrorEvent } from './mirror-commands.ts'

describe('mirrorToken', () => {
  it.each([
    ['under "token"', { token: 'secret' }],
    ['under a name that contains "token"', { type: 'Bearer', authToken: 'secret' }],
    ['under any other name', { value: 'secret' }],
    ['behind fields that are no text', { expires: 3, empty: '', value: 'secret' }],
  ])('is found %s', (_what, wire) => {
    expect(v.parse(mirrorToken, wire)).toEqual({ token: 'secret' })
  })

  it.each([
    ['an empty object', {}],
    ['an empty token', { token: '' }],
    ['a token that is a number', { token: 3 }],
    ['null', null],
    ['a text alone', 'secret'],
  ])('is not found in %s', (_what, wire) => {
    expect(v.is(mirrorToken, wire)).toBe(false)
  })

  it('never appears in the message of an error', () => {
    const read = v.safeParse(mirrorToken, { token: { canary: 'secret' } })
    expect(read.issues?.map((issue) => issue.message)).toEqual(['No field with a token'])
  })
})

describe('repositoryMirrorEvent', () => {
  it.each([
    ['without the mirror’s own repository', { type: 'SYNCHRONIZED', upstreamRepoId: '24' }],
    ['with it', { mirrorRepoId: 42, type: 'SYNCHRONIZATION_FAILED', upstreamRepoId: '24' }],
  ])('is complete %s', (_what, body) => {
    expect(v.is(repositoryMirrorEvent, body)).toBe(true)
  })

  it.each([
    ['another type', { type: 'DONE', upstreamRepoId: '24' }],
    ['a number for the repository', { type: 'SYNCHRONIZED', upstreamRepoId: 24 }],
    ['no repository', { type: 'SYNCHRONIZED' }],
  ])('is refused with %s', (_what, body) => {
    expect(v.is(repositoryMirrorEvent, body)).toBe(false)
  })
})

describe('mirrorRecord', () => {
  it('may change one field alone', () => {
    expect(v.parse(mirrorRecord, { baseUrl: 'https://a.example.com' })).toEqual({
      baseUrl: 'https://a.example.com',
    })
    expect(v.is(mirrorRecord, { baseUrl: 3 })).toBe(false)
  })
})
