import { describe, expect, it } from 'vitest'
import { mirrorSample } from '#app/domain/mirror/testing/mirror-sample.ts'
import { sortedRows } from '#app/ui/table/sorted-rows.ts'
import { type MirrorSight, NO_SIGHTS } from '#health/mirror-sight.ts'
import { certificateColumn } from './certificate-column.tsx'

const at = (id: string, baseUrl: string | null) => ({ ...mirrorSample(id), baseUrl })

const mirrors = [
  at('not asked', 'https://a.example.com'),
  at('later', 'https://b.example.com'),
  at('plain', 'http://c.example.com'),
  at('sooner', 'https://d.example.com'),
]

const sight = (certificateEnds: number | null): MirrorSight => ({
  finding: { kind: 'answered', status: null },
  checkedAt: 0,
  receivedAt: 0,
  since: 0,
  clockDifferenceMs: null,
  refusedAt: null,
  tookMs: null,
  certificateEnds,
})

describe('the column of certificates', () => {
  const sights = new Map([
    ['later', sight(2000)],
    // It showed one before its address was http.
    ['plain', sight(500)],
    ['sooner', sight(1000)],
  ])

  it.each([
    ['asc', ['sooner', 'later', 'not asked', 'plain']],
    ['desc', ['later', 'sooner', 'not asked', 'plain']],
  ] as const)('sorted %s, has what is not known last', (direction, ids) => {
    const columns = [certificateColumn(mirrors, sights, false)]
    expect(sortedRows(mirrors, columns, { id: 'certificate', direction }).map(({ id }) => id)).toEqual(ids)
  })

  it('exports the end, and nothing where none is known', () => {
    const { text } = certificateColumn(mirrors, sights, false)
    expect(mirrors.map((mirror) => text?.(mirror))).toEqual([
      null,
      '1970-01-01T00:00:02.000Z',
      null,
      '1970-01-01T00:00:01.000Z',
    ])
  })

  it.each([
    ['is shown where an address is https, before any mirror was asked', mirrors, false],
    ['waits to be chosen where none is', mirrors.slice(2, 3), true],
    ['waits while the list is read', undefined, true],
  ])('%s', (_what, list, isOptional) => {
    expect(certificateColumn(list, NO_SIGHTS, false).isOptional).toBe(isOptional)
  })

  it.each([
    ['1200 px', false, 1200],
    ['1440 px where the history stands beside it', true, 1440],
  ])('gives way below %s', (_width, isWatched, below) => {
    expect(certificateColumn(mirrors, sights, isWatched).givesWay).toBe(below)
  })
})
