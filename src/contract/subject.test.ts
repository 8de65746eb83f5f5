import { describe, expect, it } from 'vitest'
import { isAbout, isSameId } from './subject.ts'

const repositoriesOf = (...ids: (string | null)[]) => ({
  values: ids.map((id) => ({ project: id === null ? null : { id } })),
})

const ADMISSION = {
  mirrorName: 'm',
  mirrorId: 'A',
  mirrorBaseUrl: 'https://m.example.com',
  mirrorType: 'SINGLE' as const,
  productVersion: '8.16.2',
}
const user = (names: object) => ({ name: 'x', slug: null, emailAddress: null, ...names })
const isUserOf = (username: string, names: object) =>
  isAbout('authenticate', { body: { credentials: { username, password: 'p' } } }, user(names))

describe('the subject of an answer', () => {
  it.each([
    ['a repository', isAbout('getRepository', { parameters: { repoId: '3' } }, { id: '3' }), true],
    ['another repository', isAbout('getRepository', { parameters: { repoId: '3' } }, { id: '77' }), false],
    ['a mirror', isAbout('getMirror', { parameters: { mirrorId: 'A' } }, { id: 'A' }), true],
    ['another mirror', isAbout('getMirror', { parameters: { mirrorId: 'A' } }, { id: 'a' }), false],
    [
      'another mirror after a correction',
      isAbout('updateMirror', { parameters: { mirrorId: 'A' }, body: {} }, { id: 'B' }),
      false,
    ],
    [
      'another request',
      isAbout('getRequest', { parameters: { mirroringRequestId: '1' } }, { id: '2' }),
      false,
    ],
    ['another project', isAbout('getProject', { parameters: { projectId: '1' } }, { id: '11' }), false],
    [
      'repositories of a project',
      isAbout('listProjectRepositories', { parameters: { projectId: '1' } }, repositoriesOf('1', null)),
      true,
    ],
    [
      'a repository of another project among them',
      isAbout('listProjectRepositories', { parameters: { projectId: '1' } }, repositoriesOf('1', '2')),
      false,
    ],
    ['a new request of the mirror', isAbout('createRequest', { body: ADMISSION }, { mirrorId: 'A' }), true],
    [
      'a new request that names no mirror',
      isAbout('createRequest', { body: ADMISSION }, { mirrorId: null }),
      true,
    ],
    [
      'a new request of another mirror',
      isAbout('createRequest', { body: ADMISSION }, { mirrorId: 'B' }),
      false,
    ],
    ['credentials of the user', isUserOf('alice', { name: 'alice' }), true],
    ['credentials of the user in another case', isUserOf('Alice ', { name: 'alice' }), true],
    ['credentials of a user by another name of theirs', isUserOf('a@b.c', { emailAddress: 'A@b.c' }), true],
    ['credentials of another user', isUserOf('alice', { name: 'bob', slug: 'bob' }), false],
    [
      'a token, whose user only the answer names',
      isAbout('authenticate', { body: { credentials: { token: 't' } } }, user({ name: 'bob' })),
      true,
    ],
    ['a list of everything', isAbout('listMirrors', {}, { values: [{ id: 'B' }] }), true],
  ])('%s', (_what, isAboutIt, expected) => expect(isAboutIt).toBe(expected))

  it.each([
    ['3', '3', true],
    ['003', '3', true],
    ['0', '00', true],
    ['9007199254740993', '9007199254740992', false],
    ['a', 'A', false],
    ['3', '3a', false],
  ])('%s and %s', (one, other, expected) => expect(isSameId(one, other)).toBe(expected))
})
