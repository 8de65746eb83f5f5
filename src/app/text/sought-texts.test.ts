import { describe, expect, it } from 'vitest'
import { foldedText } from './folded-text.ts'
import { soughtTexts } from './sought-texts.ts'

const finds = (search: string, text: string): boolean =>
  soughtTexts(search).some((sought) => foldedText(text).includes(sought))

const TOKYO = 'https://tokyo.example.com'
const CONTEXT = 'https://mirrors.example.com:8443/tokyo'

describe('an address is found', () => {
  it.each([
    ['by its host', TOKYO, 'tokyo.example.com'],
    ['by a part of its host', TOKYO, 'TOKYO'],
    ['as it is', TOKYO, 'https://tokyo.example.com'],
    ['with a slash at the end', TOKYO, 'https://tokyo.example.com/'],
    ['without its scheme', TOKYO, 'tokyo.example.com/'],
    ['with another scheme', TOKYO, 'http://tokyo.example.com'],
    ['with the default port', TOKYO, 'https://tokyo.example.com:443/'],
    ['with the default port alone', TOKYO, 'tokyo.example.com:443'],
    [
      'that has the default port, without it',
      'https://tokyo.example.com:443/x',
      'https://tokyo.example.com/x/',
    ],
    ['with a user', TOKYO, 'https://admin@tokyo.example.com'],
    ['with a user and a password', TOKYO, 'https://admin:pass@tokyo.example.com/'],
    ['that has a user, without it', 'https://admin@tokyo.example.com/', 'https://tokyo.example.com'],
    [
      'that has a user, by that user',
      'https://bitbucket.example.com@evil.example/',
      'bitbucket.example.com@evil',
    ],
    ['in any case', TOKYO, 'HTTPS://TOKYO.EXAMPLE.COM'],
    ['in full width', TOKYO, 'ｈｔｔｐｓ：／／ｔｏｋｙｏ.example.com'],
    ['with blanks and hidden characters', TOKYO, '  \u200Bhttps://tokyo.example.com\uFEFF\n'],
    ['with port and path', CONTEXT, 'https://mirrors.example.com:8443/tokyo/'],
    ['with port and path, without a scheme', CONTEXT, 'mirrors.example.com:8443/tokyo'],
    ['by host and port', CONTEXT, 'mirrors.example.com:8443'],
    ['by its status page', CONTEXT, 'https://mirrors.example.com:8443/tokyo/status'],
    ['by an address to clone from', CONTEXT, 'https://mirrors.example.com:8443/tokyo/scm/pay/ledger.git'],
    ['by an address to clone from over ssh', TOKYO, 'ssh://git@tokyo.example.com:7999/pay/ledger.git'],
    ['by an address as scp writes it', TOKYO, 'git@tokyo.example.com:pay/ledger.git'],
    [
      'by a line of git',
      TOKYO,
      "fatal: unable to access 'https://tokyo.example.com/scm/pay/ledger.git/': 403",
    ],
    ['on an IPv6 address', 'https://[2001:db8::1]:8443', 'https://[2001:DB8::1]:8443/'],
    ['on a local name', 'http://mirror-1:7990', 'mirror-1:7990/'],
  ])('%s', (_how, address, search) => expect(finds(search, address)).toBe(true))
})

describe('an address is not found', () => {
  it.each([
    ['by another port', CONTEXT, 'https://mirrors.example.com:9443/tokyo'],
    ['by another path', CONTEXT, 'https://mirrors.example.com:8443/osaka'],
    ['by another host', TOKYO, 'https://osaka.example.com'],
    ['by the end of its host in an address', TOKYO, 'https://example.com'],
    ['by a scheme and a letter', TOKYO, 'https://x'],
  ])('%s', (_how, address, search) => expect(finds(search, address)).toBe(false))
})

describe('a name is found', () => {
  it.each([
    ['composed or not', 'São Paulo', 'Sa\u0303o'],
    ['with its own accents only', 'São Paulo', 'são'],
    ['with other blanks', 'Build farm', 'build\u00A0 farm'],
    ['with a slash', 'Tokyo / Osaka', 'tokyo / o'],
    ['with a colon', 'Tokyo: main', 'tokyo: m'],
  ])('%s', (_how, name, search) => expect(finds(search, name)).toBe(true))
})

it('what is no address is sought as it is', () => {
  for (const text of ['tokyo', 'build farm', 'a/b', 'v1.2', 'tokyo.example.com', '']) {
    expect(soughtTexts(text)).toEqual([text])
  }
})
