import { describe, expect, it } from 'vitest'
import { isAbout, isSameId } from './subject.ts'

const repositoriesOf = (...ids: (string | null)[]) => ({
  values: ids.map((id) => ({ project: id === null ? null : { id } })),
})

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
