import { expect, it } from 'vitest'
import { countText } from './count-text.ts'

const rows = Array.from({ length: 4200 })
const whole = { rows, unreadable: [], fault: null, hasMore: false }

it.each([
  ['that was read to its end', whole, '4,200'],
  ['without rows', { ...whole, rows: [] }, '0'],
  ['that goes on', { ...whole, hasMore: true }, 'at least 4,200'],
  ['that broke off', { ...whole, fault: 'endless' as const }, 'at least 4,200'],
  ['with a row that cannot be read', { ...whole, unreadable: [{ id: null }] }, 'at least 4,200'],
])('a list %s is counted as far as it is known', (_what, list, text) => expect(countText(list)).toBe(text))
