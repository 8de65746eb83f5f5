import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { withoutCredentials } from './without-credentials.ts'

describe('an address without what may be a secret', () => {
  it.each([
    ['https://ci:S3CR3T@tokyo.example:8443/ctx', 'https://tokyo.example:8443/ctx'],
    ['https://S3CR3T@tokyo.example', 'https://tokyo.example'],
    ['https://ci:S3/CR3T@tokyo.example/', 'https://tokyo.example/'],
    ['https://S3/CR3T@tokyo.example/', 'https://tokyo.example/'],
    ['https://ci:S3?C#R@tokyo.example/', 'https://tokyo.example/'],
    ['https://ci:S3CR3T', 'https://'],
    ['https://tokyo.example/repos/1?jwt=S3CR3T', 'https://tokyo.example/repos/1'],
    ['https://tokyo.example/#S3CR3T', 'https://tokyo.example/'],
    ['ci:S3CR3T@tokyo.example', 'tokyo.example'],
    ['see ci:S3CR3T@tokyo.example', 'see tokyo.example'],
    ['ssh://git@tokyo.example:7999/pay/ledger.git', 'ssh://tokyo.example:7999/pay/ledger.git'],
  ])('%s', (text, rest) => expect(withoutCredentials(text)).toBe(rest))
})

describe('what has no secret stays as it is', () => {
  it.each([
    ['https://tokyo.example:8443/ctx/'],
    ['https://[2001:db8::1]:7990/'],
    ['https://tokyo.example:'],
    ['git@tokyo.example:pay/ledger.git'],
    ['john@corp.example'],
    ['Tokyo'],
    ['key: value'],
    [''],
    [' a  b '],
  ])('%s', (text) => expect(withoutCredentials(text)).toBe(text))
})

it('no token stays, whatever it is made of and whatever stands around', () => {
  const tokens = fc.string({ unit: fc.constantFrom(...Array.from('abc0/+=@:?#!_-.~$&*%')), maxLength: 12 })
  const around = fc.string({ unit: 'grapheme', maxLength: 6 })
  fc.assert(
    fc.property(tokens, around, (token, rest) => {
      expect(withoutCredentials(`${rest} https://ci:S3CR3T${token}@tokyo.example ${rest}`)).not.toContain(
        'S3CR3T',
      )
    }),
  )
})
