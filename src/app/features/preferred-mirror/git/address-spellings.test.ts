import { expect, it } from 'vitest'
import { addressSpellings } from './address-spellings.ts'

it.each([
  ['https://git.test/scm/', ['https://git.test/scm/', 'https://git.test:443/scm/']],
  ['https://git.test:443/scm/', ['https://git.test:443/scm/', 'https://git.test/scm/']],
  ['http://git.test/', ['http://git.test/', 'http://git.test:80/']],
  ['http://[::1]/', ['http://[::1]/', 'http://[::1]:80/']],
  ['https://john.doe@git.test/', ['https://john.doe@git.test/', 'https://john.doe@git.test:443/']],
  ['https://git.test:8443/scm/', ['https://git.test:8443/scm/']],
  ['ssh://git@git.test:7999/', ['ssh://git@git.test:7999/']],
  ['ssh://git@git.test/', ['ssh://git@git.test/', 'ssh://git@git.test:22/', 'git@git.test:']],
  ['git@git.test:', ['git@git.test:', 'ssh://git@git.test/', 'ssh://git@git.test:22/']],
  ['/srv/git/', ['/srv/git/']],
])('%s is also written as %j', (prefix, spellings) => expect(addressSpellings(prefix)).toEqual(spellings))
