import { renderHook } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { stubWindowWidth } from '#demo/testing/stub-window-width.ts'
import type { TableColumn } from './table-column.ts'
import { useHiddenColumns } from './use-hidden-columns.ts'

const columns: readonly TableColumn<object>[] = [
  { id: 'name', header: 'Name', isRowHeader: true, givesWay: 1440, cell: () => null },
  { id: 'end', header: 'Certificate', givesWay: 1440, cell: () => null },
  { id: 'day', header: 'Last 24 hours', givesWay: 1200, cell: () => null },
  { id: 'id', header: 'Id', isOptional: true, cell: () => null },
]

const hiddenAt = (width: number) => {
  stubWindowWidth(width)
  const { hidden, hiddenInFiles } = renderHook(() => useHiddenColumns('any', columns)).result.current
  return { screen: [...hidden], file: [...hiddenInFiles] }
}

afterEach(() => localStorage.clear())

describe('a column that gives way', () => {
  it.each([
    [390, ['id']],
    [899, ['id']],
    [900, ['end', 'day', 'id']],
    [1199, ['end', 'day', 'id']],
    [1200, ['end', 'id']],
    [1439, ['end', 'id']],
    [1440, ['id']],
  ])('in a window of %d px leaves out %j, and no file lacks it', (width, hidden) => {
    expect(hiddenAt(width)).toEqual({ screen: hidden, file: ['id'] })
  })

  it.each([
    [true, []],
    [false, ['end', 'day']],
  ])('follows the choice (%j) in any window, and so does a file', (isShown, hidden) => {
    localStorage.setItem(
      'mirror-console-columns-any',
      JSON.stringify({ end: isShown, day: isShown, id: true }),
    )
    for (const width of [390, 1024, 1440]) {
      expect(hiddenAt(width)).toEqual({ screen: hidden, file: hidden })
    }
  })
})
