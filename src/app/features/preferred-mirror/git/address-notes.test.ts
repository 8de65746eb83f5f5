import { expect, it } from 'vitest'
import { addressNotes } from './address-notes.ts'

const known = { mirrorUrl: 'https://mirror.test/', upstream: 'https://bitbucket.test:8443/bitbucket' }

it.each([
  ['https://mirror.test/scm/a/b.git', 'https://bitbucket.test:8443/scm/a/b.git'],
  ['ssh://git@MIRROR.test:7999/a/b.git', 'git@bitbucket.test:a/b.git'],
])('nothing is said about %s and %s', (mirror, primary) =>
  expect(addressNotes({ mirror, primary }, known)).toEqual([]),
)

it('a host that is not the known one gets a note with both names', () => {
  expect(
    addressNotes({ mirror: 'https://mirror.test/a/b.git', primary: 'git@evil.test:a/b.git' }, known),
  ).toEqual([{ purpose: 'push', host: 'evil.test', expected: 'bitbucket.test' }])
  expect(
    addressNotes(
      { mirror: 'https://mirror.test.evil.test/a/b.git', primary: 'https://bitbucket.test/a/b.git' },
      known,
    ),
  ).toEqual([{ purpose: 'clone', host: 'mirror.test.evil.test', expected: 'mirror.test' }])
})

it('a mirror without an address of its own gives nothing to compare with', () => {
  const pair = { mirror: 'https://any.test/a/b.git', primary: 'https://bitbucket.test/a/b.git' }
  expect(addressNotes(pair, { ...known, mirrorUrl: null })).toEqual([])
})
