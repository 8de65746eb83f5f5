import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { mirroringRequest, mirroringRequestBody } from './mirroring-request.ts'

const asked = {
  id: 2154,
  state: 'PENDING',
  mirrorName: 'Bitbucket Mirror',
  mirrorId: '4f0eb5fc-67fc-48f8-b4a7-87981f026c6a',
  mirrorBaseUrl: 'https://bitbucket-eu.example.com:7990/bitbucket',
  mirrorType: 'SINGLE',
  productType: 'Bitbucket',
  productVersion: '8.0.0',
  addonDescriptorUri: 'https://bitbucket-eu.example.com:7990/bitbucket/rest/mirroring/1.0/descriptor',
}

describe('mirroringRequest', () => {
  it('reads a request of 8.16', () => {
    expect(v.parse(mirroringRequest, asked)).toEqual({ ...asked, id: '2154' })
  })

  it('reads a request of 9.4, which lacks two fields', () => {
    const { productType: _type, addonDescriptorUri: _uri, ...of94 } = asked
    expect(v.parse(mirroringRequest, of94)).toMatchObject({ productType: null, addonDescriptorUri: null })
  })

  it('keeps an unknown state as it was sent', () => {
    expect(v.parse(mirroringRequest, { ...asked, state: 'EXPIRED' }).state).toBe('EXPIRED')
  })

  it('keeps hostile text exactly as it came: judging it is for the screen', () => {
    const mirrorName = '\u202Ekcab \u200B<b>Prod</b>'
    const mirrorBaseUrl = 'java\tscript:alert(1)'
    expect(v.parse(mirroringRequest, { ...asked, mirrorName, mirrorBaseUrl })).toMatchObject({
      mirrorName,
      mirrorBaseUrl,
    })
  })

  it.each([
    ['no state', { ...asked, state: null }],
    ['no name', { ...asked, mirrorName: undefined }],
    ['an address of a million characters', { ...asked, mirrorBaseUrl: 'a'.repeat(1_000_000) }],
    ['a version of a million characters', { ...asked, productVersion: '8'.repeat(1_000_000) }],
  ])('refuses a request with %s, so that it cannot be accepted unseen', (_what, wire) => {
    expect(v.is(mirroringRequest, wire)).toBe(false)
  })
})

describe('mirroringRequestBody', () => {
  const { id: _id, ...body } = asked

  it('accepts what a mirror sends', () => {
    expect(v.is(mirroringRequestBody, body)).toBe(true)
  })

  it.each([
    ['without a scheme', 'bitbucket.example.com'],
    ['of another scheme', 'ftp://example.com'],
    ['that is a script', 'javascript:alert(1)'],
    ['that hides a script', ' java\nscript:x'],
    ['without a host', 'https://'],
    ['with a space', 'https://a b'],
    ['with a hidden character', 'https://a\u200Bb'],
    ['that is empty', ''],
  ])('refuses an address %s', (_what, mirrorBaseUrl) => {
    expect(v.is(mirroringRequestBody, { ...body, mirrorBaseUrl })).toBe(false)
  })

  it('says what to do about an empty name', () => {
    const read = v.safeParse(mirroringRequestBody, { ...body, mirrorName: '  ' })
    expect(read.issues?.map((issue) => issue.message)).toEqual(['Enter a name.'])
  })
})
