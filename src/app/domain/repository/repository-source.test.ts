import { describe, expect, it } from 'vitest'
import { repositoryQuestions } from './repository-source.ts'
import { wantedRepository } from './wanted-repository.ts'

describe('Bitbucket’s search is asked', () => {
  it.each([
    ['for a name as it was typed', 'Card Gateway', [{ name: 'Card Gateway' }]],
    ['for a word as a name and as a key', 'ledger', [{ name: 'ledger' }, { projectkey: 'ledger' }]],
    [
      'for a slug also as the name that it may be made of',
      'card-gateway_v1.2',
      [{ name: 'card-gateway_v1.2' }, { name: 'card gateway_v1.2' }, { projectkey: 'card-gateway_v1.2' }],
    ],
    ['for one letter only as a name', 'x', [{ name: 'x' }]],
    ['for a person as a key too', '~alice', [{ name: '~alice' }, { projectkey: '~alice' }]],
    ['for KEY/slug as a name, since its project is read', 'pay/ledger', [{ name: 'pay/ledger' }]],
    ['for dashes alone only as they are', '--', [{ name: '--' }]],
    ['nothing for an address', 'https://ci:S3CR3T@x.example/scm/pay/ledger.git', []],
    ['nothing for an address of something else', 'https://ci:S3CR3T@x.example/', []],
    ['nothing for nothing', ' ', []],
  ])('%s', (_what, text, questions) => expect(repositoryQuestions(wantedRepository(text))).toEqual(questions))
})
