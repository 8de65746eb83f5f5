import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { repository, type Repository } from '#contract/repository.ts'
import { foundRepositories } from './found-repositories.ts'
import { wantedRepository } from './wanted-repository.ts'

const row = (name: string, key: string | null, slug: string | null = name): Repository =>
  v.parse(repository, {
    id: `${key ?? ''} ${name}`,
    name,
    slug,
    project: key === null ? null : { id: key, key },
  })

const rows = [
  row('ledger', 'PAY'),
  row('ledger-archive', 'PAY'),
  row('Card Gateway', 'PAY', 'card-gateway'),
  row('Überblick', 'DOC', 'uberblick'),
  row('ledger', '~ALICE'),
  row('AC/DC', 'BAND', 'ac-dc'),
  row('PAY/ledger of old', 'OLD', 'pay-ledger-of-old'),
  row('nameless', 'PAY', null),
  row('homeless', null),
]
const found = (text: string) =>
  foundRepositories(rows, wantedRepository(text)).map(
    ({ name, project }) => `${name} of ${project?.key ?? 'none'}`,
  )

describe('among repositories', () => {
  it.each([
    ['a part of a name, in any case', 'GATE', ['Card Gateway of PAY']],
    ['a slug that is not the name', 'card-gateway', ['Card Gateway of PAY']],
    ['a slug without the accents of the name', 'uberblick', ['Überblick of DOC']],
    ['a name with its accents, composed or not', 'u\u0308berblick', ['Überblick of DOC']],
    ['a project’s key', 'doc', ['Überblick of DOC']],
    ['a person', '~alice', ['ledger of ~ALICE']],
    ['a key and a part of a slug', 'pay/card', ['Card Gateway of PAY']],
    [
      'exactly KEY/slug, and a name that holds it',
      'pay/ledger',
      ['ledger of PAY', 'PAY/ledger of old of OLD'],
    ],
    ['KEY/slug with blanks, as the console shows it', 'PAY / card-gateway', ['Card Gateway of PAY']],
    ['a name with a slash', 'ac/dc', ['AC/DC of BAND']],
    ['exactly what an address leads to', 'https://x.example/scm/pay/ledger.git', ['ledger of PAY']],
    ['nothing for another project', 'https://x.example/scm/paying/ledger.git', []],
    ['nothing for a part of a slug in an address', 'https://x.example/scm/pay/ledg.git', []],
    ['what is in a project by its address', 'https://x.example/users/alice', ['ledger of ~ALICE']],
    ['nothing for an address of something else', 'https://x.example/', []],
    ['nothing across two texts', 'gatewaypay', []],
    ['what has no project by its name', 'homeless', ['homeless of none']],
    ['what has no slug by its name', 'nameless', ['nameless of PAY']],
  ])('is found %s', (_what, text, names) => expect(found(text)).toEqual(names))

  it('all are found where nothing is searched for, as the same array', () => {
    expect(foundRepositories(rows, wantedRepository(' '))).toBe(rows)
  })

  it.each(['ledger', 'pay/ledger', 'ac/dc', 'https://x.example/scm/pay/ledger.git', '~alice', ' '])(
    'the same are found for "%s" when some stand beside the list',
    (text) => {
      const wanted = wantedRepository(text)
      const whole = foundRepositories(rows, wanted)
      for (let count = 0; count <= rows.length; count += 1) {
        const apart = foundRepositories(rows.slice(0, count), wanted, undefined, rows.slice(count))
        expect(new Set(apart)).toEqual(new Set(whole))
        expect(apart).toHaveLength(whole.length)
      }
    },
  )
})
