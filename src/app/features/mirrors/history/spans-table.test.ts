import { expect, it } from 'vitest'
import { tableCsv } from '#app/ui/table/export/table-csv.ts'
import { tableJson } from '#app/ui/table/export/table-json.ts'
import { spansTable } from './spans-table.ts'

const table = spansTable('=a', [{ from: 0, to: 60_000, verdict: 'timed-out' }], {
  from: 0,
  to: 3_600_000,
  readAt: 3_600_000,
})

it('the history as CSV has a line for each span, with formulas in ids defused', () => {
  expect(tableCsv(table)).toBe(
    '\uFEFFMirror id,From,To,Health\r\n' +
      "'=a,1970-01-01T00:00:00.000Z,1970-01-01T00:01:00.000Z,Timed out\r\n",
  )
})

it('the history as JSON says of which mirror and time it is', () => {
  expect(JSON.parse(tableJson(table, { page: 'https://console.example/', now: 0 }))).toMatchObject({
    list: 'History =a',
    filter: { mirror: '=a', from: '1970-01-01T00:00:00.000Z', to: '1970-01-01T01:00:00.000Z' },
    complete: true,
    rows: [
      {
        'mirror-id': '=a',
        from: '1970-01-01T00:00:00.000Z',
        to: '1970-01-01T00:01:00.000Z',
        health: 'Timed out',
      },
    ],
  })
})
