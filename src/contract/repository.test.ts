import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { project, repository } from './repository.ts'

const SHA = '457389a0b871fb61012a7351d09aefc0cf1c57c306449d4b5df4d2f381df8433'
const absent = { state: 'absent' }

describe('repository', () => {
  it('reads an enriched repository', () => {
    const read = v.parse(repository, {
      id: 2154,
      name: 'My repo',
      slug: 'my-repo',
      state: 'AVAILABLE',
      public: false,
      project: { id: 7, key: 'PRJ', name: 'My Cool Project', public: false, type: 'NORMAL' },
      properties: { contentHash: SHA, metadataHash: '0'.repeat(64), defaultBranchId: 'refs/heads/main' },
    })
    expect(read).toMatchObject({
      id: '2154',
      public: false,
      archived: null,
      project: { id: '7', key: 'PRJ' },
      properties: {
        contentHash: { state: 'known', value: SHA },
        metadataHash: { state: 'not-calculated' },
        defaultBranchId: 'refs/heads/main',
      },
    })
  })

  it.each([
    ['absent, as in the repository search', undefined],
    ['null', null],
    ['of another kind', 'none'],
    ['empty', {}],
  ])('has no hashes where the properties are %s', (_what, properties) => {
    const read = v.parse(repository, {
      id: 1,
      name: 'a',
      ...(properties === undefined ? {} : { properties }),
    })
    expect(read.properties).toEqual({ contentHash: absent, metadataHash: absent, defaultBranchId: null })
  })

  it('survives a project that cannot be read, and long prose', () => {
    const read = v.parse(repository, {
      id: 1,
      name: 'a',
      project: { key: 1 },
      description: 'x'.repeat(10_000),
    })
    expect(read.project).toBeNull()
    expect(read.description).toHaveLength(4096)
  })

  it('keeps an unknown state as it was sent', () => {
    expect(v.parse(repository, { id: 1, name: 'a', state: 'FROZEN' }).state).toBe('FROZEN')
  })
})

describe('project', () => {
  it('reads a personal project', () => {
    expect(v.parse(project, { id: 3, key: '~JCITIZEN', type: 'PERSONAL' })).toEqual({
      id: '3',
      key: '~JCITIZEN',
      name: null,
      description: null,
      type: 'PERSONAL',
      public: null,
    })
  })

  it.each([
    ['without a key', { id: 3 }],
    ['without an id', { key: 'PRJ' }],
    ['that is null', null],
  ])('refuses a project %s', (_what, wire) => {
    expect(v.is(project, wire)).toBe(false)
  })
})
