import { describe, expect, it } from 'vitest'
import { type CellState, codeOf } from './cell-state.ts'
import { type Loss, lossOf } from './loss.ts'

/** When one mirror goes, which is in the first state, and the others are in the rest. */
const loss = (here: CellState, others: readonly CellState[], isFleetWhole = true): Loss =>
  lossOf(
    Uint8Array.from([here, ...others], codeOf),
    Uint8Array.from([1, ...others.map(() => 0)]),
    isFleetWhole,
  )

describe('what the going of a mirror means for a project', () => {
  it.each<[CellState, readonly CellState[], Loss]>([
    ['served', ['not-mirrored', 'not-mirrored'], 'loses'],
    ['served-failing', ['not-mirrored'], 'loses'],
    ['served', [], 'loses'],
    ['served', ['initializing', 'failed'], 'loses'],
    ['served', ['not-mirrored', 'served'], 'kept'],
    ['served', ['not-mirrored', 'served-failing'], 'kept'],
    ['served', ['could-not-ask', 'served'], 'kept'],
    ['could-not-ask', ['served'], 'kept'],
    ['not-asked', ['served', 'not-asked'], 'kept'],
    ['unclear', ['served'], 'kept'],
    ['not-mirrored', ['served'], 'not-here'],
    ['not-mirrored', ['not-asked'], 'not-here'],
    ['initializing', ['served'], 'not-here'],
    ['failed', ['not-mirrored'], 'not-here'],
    ['served', ['not-asked', 'not-mirrored'], 'unchecked'],
    ['not-asked', ['not-asked'], 'unchecked'],
    ['not-asked', ['not-mirrored'], 'unchecked'],
    ['served', ['could-not-ask', 'not-mirrored'], 'unclear'],
    ['served', ['unclear'], 'unclear'],
    ['served', ['differs'], 'unclear'],
    ['differs', ['not-mirrored'], 'unclear'],
    ['could-not-ask', ['not-mirrored'], 'unclear'],
    ['unclear', ['not-mirrored'], 'unclear'],
  ])('where it is %s and the others %j: %s', (here, others, found) => {
    expect(loss(here, others)).toBe(found)
  })

  it.each<[CellState, readonly CellState[], Loss]>([
    ['served', ['not-mirrored'], 'unclear'],
    ['served', [], 'unclear'],
    ['served', ['served'], 'kept'],
    ['not-mirrored', ['not-mirrored'], 'not-here'],
  ])('where it is %s, the others %j, and some mirrors are not known: %s', (here, others, found) => {
    expect(loss(here, others, false)).toBe(found)
  })

  it('is judged for several mirrors together', () => {
    const codes = Uint8Array.from(['served', 'served', 'not-mirrored'] as const, codeOf)
    expect(lossOf(codes, Uint8Array.of(1, 0, 0), true)).toBe('kept')
    expect(lossOf(codes, Uint8Array.of(1, 1, 0), true)).toBe('loses')
    expect(lossOf(codes, Uint8Array.of(0, 0, 1), true)).toBe('not-here')
  })
})
