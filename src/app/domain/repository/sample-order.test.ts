import { expect, it } from 'vitest'
import type { Repository } from '#contract/repository.ts'
import { sampleOrder } from './sample-order.ts'

const repository = (id: string, projectId: string | null): Repository => ({
  id,
  name: id,
  slug: null,
  description: null,
  state: null,
  statusMessage: null,
  public: null,
  archived: null,
  scmId: null,
  project:
    projectId === null
      ? null
      : { id: projectId, key: projectId, name: null, description: null, type: null, public: null },
  properties: {
    contentHash: { state: 'absent' },
    metadataHash: { state: 'absent' },
    defaultBranchId: null,
  },
})

const idsOf = (repositories: readonly Repository[]) => sampleOrder(repositories).map(({ id }) => id)

it('one of each project comes first, then the second of each, in the order they came', () => {
  expect(
    idsOf([repository('a1', 'a'), repository('a2', 'a'), repository('a3', 'a'), repository('b1', 'b')]),
  ).toEqual(['a1', 'b1', 'a2', 'a3'])
})

it('repositories without a project count as one project, and unusable ids are never asked about', () => {
  expect(idsOf([repository('x', null), repository('..', 'a'), repository('y', null)])).toEqual(['x', 'y'])
})
