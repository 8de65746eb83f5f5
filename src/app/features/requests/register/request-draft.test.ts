import { describe, expect, it } from 'vitest'
import { EMPTY_DRAFT, readDraft, serverErrorsOf } from './request-draft.ts'

const full = {
  ...EMPTY_DRAFT,
  mirrorName: ' Oslo ',
  mirrorId: 'OSLO-1',
  mirrorBaseUrl: 'https://oslo.acme.com',
  productVersion: '8.16.2',
}

describe('a draft of a request', () => {
  it('is sent without the fields that were left empty', () =>
    expect(readDraft(full)).toEqual({
      isValid: true,
      body: {
        mirrorName: 'Oslo',
        mirrorId: 'OSLO-1',
        mirrorBaseUrl: 'https://oslo.acme.com',
        mirrorType: 'SINGLE',
        productVersion: '8.16.2',
      },
    }))

  it('is sent with all fields that were filled', () => {
    const more = { productType: 'Bitbucket', addonDescriptorUri: 'https://oslo.acme.com/d', state: 'PENDING' }
    expect(readDraft({ ...full, ...more })).toMatchObject({ isValid: true, body: more })
  })

  it('says what is missing, field by field, in the words of the contract', () =>
    expect(readDraft(EMPTY_DRAFT)).toEqual({
      isValid: false,
      errors: {
        mirrorName: 'Enter a name.',
        mirrorId: 'Enter an id.',
        mirrorBaseUrl: 'Enter an address.',
        productVersion: 'Enter a version.',
      },
    }))

  it.each(['javascript:alert(1)', 'oslo.acme.com', 'https://a b'])(
    'refuses the address %j',
    (mirrorBaseUrl) =>
      expect(readDraft({ ...full, mirrorBaseUrl })).toMatchObject({
        errors: { mirrorBaseUrl: 'Enter an address that starts with https:// or http://.' },
      }),
  )

  it('takes complaints of Bitbucket to their field, and only there', () =>
    expect(
      serverErrorsOf([
        { context: 'mirrorId', message: 'Taken.' },
        { context: 'constructor', message: 'x' },
        { context: null, message: 'y' },
        { context: 'mirrorName', message: null },
      ]),
    ).toEqual({ mirrorId: 'Taken.' }))
})
