import * as v from 'valibot'
import { expect, it } from 'vitest'
import { mirroringRequest } from '#contract/mirroring-request.ts'
import { keptRequest } from './kept-request.ts'

const wire = {
  id: 7,
  state: 'PENDING',
  mirrorName: 'Oslo',
  mirrorId: 'A-B',
  mirrorBaseUrl: 'https://oslo.example',
  mirrorType: 'FARM',
  productType: 'Bitbucket',
  productVersion: '8.16.0',
  addonDescriptorUri: 'https://oslo.example/rest/mirroring/1.0/descriptor',
}

it.each([
  ['all of its fields', {}],
  ['a descriptor elsewhere', { addonDescriptorUri: 'https://evil.example/rest/mirroring/1.0/descriptor' }],
  ['a descriptor that only seems to begin so', { addonDescriptorUri: 'https://oslo.example.evil/x' }],
  ['no descriptor', { addonDescriptorUri: null }],
  ['no address', { mirrorBaseUrl: null }],
  ['an empty address', { mirrorBaseUrl: '' }],
  [
    'nothing but what it must have',
    { mirrorId: null, mirrorType: null, productType: null, productVersion: null },
  ],
])('a request with %s is kept as it is, field by field and in their order', (_what, given) => {
  const request = v.parse(mirroringRequest, { ...wire, ...given })
  const kept = keptRequest(request)
  expect(kept).toEqual(request)
  // A decision compares the text of what was shown with that of what is there now.
  expect(JSON.stringify(kept)).toBe(JSON.stringify(request))
})
