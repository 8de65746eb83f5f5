import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { searchTextOf, wantedRepository } from './wanted-repository.ts'

/** What is searched by, as one text. */
const found = (text: string): string => {
  const wanted = wantedRepository(text)
  if (wanted.kind === 'named-or-at') return `"${wanted.text}" or ${wanted.projectKey}/${wanted.slug}`
  return wanted.kind === 'named' ? `"${wanted.text}"` : wanted.kind
}

describe('an address of something else leads nowhere', () => {
  it.each([
    ['https://git.example'],
    ['https://git.example/dashboard'],
    ['https://ci:S3CR3T@git.example/'],
    ['https://ci:S3CR3T'],
    ['https://ci:S3CR3T@'],
    ['ci:S3CR3T@git.example'],
    ['https://tokyo.example/rest/mirroring/latest/mirrorRepos/1?jwt=S3CR3T'],
    ['https://'],
    ['javascript://alert(1)'],
  ])('%s', (text) => {
    expect(found(text)).toBe('nowhere')
    expect(searchTextOf(text)).toBe('')
  })
})

describe('what is no address is searched by name', () => {
  it.each([
    ['ledger', '"ledger"'],
    ['  card gateway ', '"card gateway"'],
    ['ledger.git', '"ledger"'],
    ['ledger/', '"ledger"'],
    ['/ledger', '"ledger"'],
    ['card%20gateway', '"card gateway"'],
    ['100%', '"100%"'],
    ['PAY', '"PAY"'],
    ['~alice', '"~alice"'],
    ['pay/ledger', '"pay/ledger" or pay/ledger'],
    ['PAY / ledger', '"PAY / ledger" or PAY/ledger'],
    ['/PAY/ledger.git/', '"PAY/ledger" or PAY/ledger'],
    ['~alice/notes', '"~alice/notes" or ~alice/notes'],
    ['PAY/led\u200Bger', '"PAY/ledger" or PAY/ledger'],
    ['projects/pay', '"projects/pay" or projects/pay'],
    ['scm/tools', '"scm/tools" or scm/tools'],
    ['AC/DC tools', '"AC/DC tools"'],
    ['a/b/c', '"a/b/c"'],
    ['input/output', '"input/output" or input/output'],
    ['key: value', '"key: value"'],
    ['john@corp.example', '"john@corp.example"'],
    ['v1.2', '"v1.2"'],
    ['../../etc/passwd', '"../../etc/passwd"'],
    ['..', '".."'],
    ['constructor/__proto__', '"constructor/__proto__" or constructor/__proto__'],
    ['=cmd|x!A1', '"=cmd|x!A1"'],
    ['<script>alert(1)</script>', '"<script>alert(1)</script>"'],
    ['名前', '"名前"'],
    ['', 'any'],
    [' \u200B\n', 'any'],
    ['/', 'any'],
    ['.git', 'any'],
  ])('%s', (text, target) => expect(found(text)).toBe(target))

  it('and stands in the URL as it was typed', () => {
    expect(searchTextOf('card ')).toBe('card ')
    expect(searchTextOf('PAY / ledger')).toBe('PAY / ledger')
    expect(searchTextOf(`fatal:\nnothing ${'x'.repeat(500)}`)).toHaveLength(200)
  })
})

describe('what stands in the URL for an address', () => {
  it.each([
    ['https://ci:S3CR3T@git.example/scm/pay/ledger.git', 'PAY/ledger'],
    ['ssh://git@git.example:7999/~alice/notes.git', '~alice/notes'],
    ['https://git.example/projects/pay', '/projects/PAY'],
    ['https://git.example/users/alice', '/users/alice'],
  ])('%s', (text, written) => {
    expect(searchTextOf(text)).toBe(written)
    expect(searchTextOf(written)).toBe(written)
  })
})

const word = (first: string, rest: string, max: number) =>
  fc
    .tuple(
      fc.constantFrom(...Array.from(first)),
      fc.string({ unit: fc.constantFrom(...Array.from(rest)), maxLength: max }),
    )
    .map(([head, tail]) => head + tail)
const LETTERS = 'abcdefghijklmnopqrstuvwxyz'
const keys = fc.oneof(
  word(LETTERS.toUpperCase(), `${LETTERS.toUpperCase()}0123456789_`, 12),
  word(LETTERS, `${LETTERS}0123456789._-`, 12).map((name) => `~${name}`),
)
const slugs = word(`${LETTERS}0123456789`, `${LETTERS}0123456789._-`, 30).filter(
  (slug) => !/\.(?:git)?$|\.git/.test(slug),
)
const hosts = fc.domain()
const secrets = fc.string({ unit: 'binary-ascii', minLength: 1 }).map((text) => `S3CR3T${text}`)
type Parts = { readonly host: string; readonly key: string; readonly slug: string; readonly secret: string }
const parts = fc.record({ host: hosts, key: keys, slug: slugs, secret: secrets })
const certain: readonly ((parts: Parts) => string)[] = [
  ({ host, key, slug }) => `ssh://git@${host}:7999/${key}/${slug}.git`,
  ({ host, key, slug }) => `git@${host}:${key}/${slug}.git`,
  ({ host, key, slug }) => `https://${host}/scm/${key}/${slug}.git`,
  ({ host, key, slug }) => `https://${host}/context/scm/${encodeURIComponent(key)}/${slug}`,
  ({ host, key, slug }) => `https://${host}:8443/projects/${key}/repos/${slug}/browse?at=x`,
  ({ host, key, slug, secret }) => `https://${encodeURIComponent(secret)}@${host}/scm/${key}/${slug}.git`,
  ({ host, key, slug, secret }) =>
    `https://${host}/projects/${key}/repos/${slug}?token=${encodeURIComponent(secret)}`,
]
const uncertain: readonly ((parts: Parts) => string)[] = [
  ({ host, key, slug, secret }) => `https://ci:${secret}@${host}/scm/${key}/${slug}.git`,
  ({ host, key, slug, secret }) => `git clone https://ci:${secret}@${host}/ctx/scm/${key}/${slug}.git here`,
]

describe('whatever the key and the slug', () => {
  it('every address made of them leads to them, on its host', () => {
    fc.assert(
      fc.property(parts, fc.constantFrom(...certain), ({ host, ...rest }, addressOf) => {
        expect(wantedRepository(addressOf({ host, ...rest }))).toEqual({
          kind: 'at',
          projectKey: rest.key,
          slug: rest.slug,
          host: host.toLowerCase(),
        })
      }),
    )
  })

  it('KEY/slug leads to them', () => {
    fc.assert(
      fc.property(keys, slugs, (projectKey, slug) => {
        expect(wantedRepository(`${projectKey}/${slug}`)).toMatchObject({
          kind: 'named-or-at',
          projectKey,
          slug,
        })
      }),
    )
  })

  it('nor does it matter what the token is made of, escaped or not', () => {
    const tokens = fc.string({
      unit: fc.constantFrom(...Array.from(`${LETTERS}0123/+=@:?#!_-.~$&*%`)),
      minLength: 1,
    })
    const escaped = tokens.map(encodeURIComponent)
    fc.assert(
      fc.property(hosts, keys, slugs, fc.oneof(tokens, escaped), (host, key, slug, token) => {
        expect(wantedRepository(`https://ci:${token}@${host}/scm/${key}/${slug}.git`)).toMatchObject({
          kind: 'at',
          slug,
          host: host.toLowerCase(),
        })
      }),
    )
  })

  it('no secret is in the result or in the URL, however it is written', () => {
    fc.assert(
      fc.property(parts, fc.constantFrom(...certain, ...uncertain), (all, addressOf) => {
        const address = addressOf(all)
        expect(JSON.stringify([wantedRepository(address), searchTextOf(address)])).not.toContain('S3CR3T')
      }),
    )
  })
})

it('any text is read, and what stands in the URL for it means the same', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const written = searchTextOf(text)
      expect(searchTextOf(written)).toBe(written)
    }),
  )
})

it.each(['a/', 'git@', 'https://', '/scm/a/b', 'x:', '@', '%41', '[', '.git/', '~'])(
  'a long text is read as fast as a short one: %s',
  (part) => {
    expect(searchTextOf(part.repeat(20_000)).length).toBeLessThanOrEqual(200)
    expect(searchTextOf(`${part} `.repeat(20_000)).length).toBeLessThanOrEqual(200)
  },
)
