import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { mirroredRepository, mirroredRepositoryDescriptor } from './mirrored-repository.ts'

const http = { name: 'http', href: 'https://mirror.example.com/scm/prj/repo.git' }
const ssh = { name: 'ssh', href: 'ssh://git@mirror.example.com:7999/prj/repo.git' }

describe('mirroredRepository', () => {
  it('reads a new mirror, with cloneUrls and pushUrls', () => {
    const wire = {
      repositoryId: 1,
      mirrorName: 'Saigon Mirror',
      available: true,
      status: 'AVAILABLE',
      lastUpdated: '2022-08-18T02:04:46.435Z',
      cloneUrls: [http, ssh],
      pushUrls: [ssh],
    }
    expect(v.parse(mirroredRepository, wire)).toEqual({
      ...wire,
      repositoryId: '1',
      lastUpdated: 1_660_788_286_435,
    })
  })

  it('reads an older mirror, with the same under links', () => {
    const read = v.parse(mirroredRepository, { available: true, links: { clone: [http], push: [ssh] } })
    expect(read).toMatchObject({ cloneUrls: [http], pushUrls: [ssh], status: null })
    expect(read).not.toHaveProperty('links')
  })

  it('prefers the new form where a mirror sends both', () => {
    const read = v.parse(mirroredRepository, { available: true, cloneUrls: [http], links: { clone: [ssh] } })
    expect(read).toMatchObject({ cloneUrls: [http], pushUrls: [] })
  })

  it('reads what it gave as the same again: the gateway reads it first, the console second', () => {
    const once = v.parse(mirroredRepository, {
      status: 'ERROR_AVAILABLE',
      cloneUrls: [http],
      repositoryId: 7,
    })
    expect(v.parse(mirroredRepository, JSON.parse(JSON.stringify(once)))).toEqual(once)
  })

  it('keeps the readable addresses of a list and nothing else of them', () => {
    const cloneUrls = [{ ...http, extra: 1 }, null, { name: 'ssh' }, { name: 1, href: 'x' }, 'x']
    expect(v.parse(mirroredRepository, { available: true, cloneUrls }).cloneUrls).toEqual([http])
    const endless = Array.from({ length: 1000 }, () => http)
    expect(v.parse(mirroredRepository, { available: true, cloneUrls: endless }).cloneUrls).toHaveLength(50)
  })

  it.each([
    ['null', null],
    ['text', 'https://x'],
    ['an object', { http: 'x' }],
  ])('reads addresses that are %s as none', (_what, cloneUrls) => {
    expect(v.parse(mirroredRepository, { available: true, cloneUrls, links: null }).cloneUrls).toEqual([])
  })

  it.each([
    ['neither available nor status', { mirrorName: 'a' }],
    ['a status of another kind only', { status: 3 }],
    ['nothing', {}],
    ['a text', 'AVAILABLE'],
  ])('refuses an answer with %s: unreadable, never "not mirrored"', (_what, wire) => {
    expect(v.is(mirroredRepository, wire)).toBe(false)
  })

  it('keeps an unknown status as it was sent', () => {
    expect(v.parse(mirroredRepository, { status: 'PAUSED' }).status).toBe('PAUSED')
  })
})

describe('mirroredRepositoryDescriptor', () => {
  const mirror = { id: '1', name: 'Saigon' }
  const href = 'https://mirror.example.com/rest/mirroring/latest/mirrorRepos/1?jwt=x'

  it('gives the mirror and its signed link, unchanged', () => {
    const read = v.parse(mirroredRepositoryDescriptor, { mirrorServer: mirror, links: { self: [{ href }] } })
    expect(read).toMatchObject({ mirrorServer: { id: '1' }, signedLink: href })
  })

  it.each([
    ['no links', {}],
    ['null links', { links: null }],
    ['no self', { links: {} }],
    ['an empty self', { links: { self: [] } }],
    ['a self of another kind', { links: { self: { href } } }],
    ['a link without an address', { links: { self: [{}] } }],
  ])('keeps a mirror with %s: it cannot be asked, but is still listed', (_what, links) => {
    const read = v.parse(mirroredRepositoryDescriptor, { mirrorServer: mirror, ...links })
    expect(read).toMatchObject({ mirrorServer: { id: '1' }, signedLink: null })
  })

  it('refuses a row without a mirror', () => {
    expect(v.is(mirroredRepositoryDescriptor, { links: { self: [{ href }] } })).toBe(false)
  })
})
