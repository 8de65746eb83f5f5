import { describe, expect, it } from 'vitest'
import type { Repository } from '#contract/repository.ts'
import { repository } from '#contract/repository.ts'
import * as v from 'valibot'
import { shareRepeated } from './share-repeated.ts'

const row = (id: number, project: unknown, branch: string | null = 'refs/heads/main'): Repository =>
  v.parse(repository, {
    id,
    name: `r${String(id)}`,
    project,
    properties: { defaultBranchId: branch },
  })

const pageOf = (...values: readonly Repository[]) => ({
  values,
  unreadable: [],
  start: 0,
  limit: 100,
  isLastPage: true,
  nextPageStart: null,
})

describe('rows of a long list', () => {
  it('stay what they were', () => {
    const rows = [
      row(1, { id: 7, key: 'P', name: 'one' }),
      row(2, null, null),
      row(3, undefined, 'refs/heads/x'),
    ]
    expect(shareRepeated(pageOf(...rows))).toEqual(pageOf(...rows))
  })

  it('share one project, over pages too', () => {
    const project = { id: 8, key: 'P', name: 'one', description: 'the same words' }
    const [first, second] = shareRepeated(pageOf(row(1, { ...project }), row(2, { ...project }))).values
    const [third] = shareRepeated(pageOf(row(3, { ...project }))).values
    expect(second?.project).toBe(first?.project)
    expect(third?.project).toBe(first?.project)
  })

  it('have the project of their own page, also when an earlier page described it differently', () => {
    for (const name of ['before', 'renamed', 'before']) {
      const [read] = shareRepeated(pageOf(row(1, { id: 9, key: 'P', name }))).values
      expect(read?.project?.name).toBe(name)
    }
  })
})
