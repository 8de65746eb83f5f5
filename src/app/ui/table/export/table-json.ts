import type { ExportTable } from './export-table.ts'
import { jsonText } from './json-text.ts'

const isoOf = (instant: number | null): string | null =>
  instant === null ? null : new Date(instant).toISOString()

/**
 * A table as JSON: first what it is, then a row on each line. Keys are the ids of the columns, as in the URL; what is not
 * known is `null`. Texts are as they were given, so nothing in them is changed for a spreadsheet.
 *
 * @param page the address of the page, with search and filter.
 * @param now when the file is made, epoch ms by this browser's clock.
 */
export const tableJson = <Row>(
  { label, columns, rows, facts }: ExportTable<Row>,
  { page, now }: { readonly page: string; readonly now: number },
): string => {
  const about = {
    list: label,
    page,
    exportedAt: isoOf(now),
    readAt: isoOf(facts.readAt),
    search: facts.search === '' ? null : facts.search,
    filter: facts.filter,
    sort: facts.sort && { column: facts.sort.id, direction: facts.sort.direction },
    complete: facts.lacks.length === 0,
    lacks: facts.lacks,
    read: facts.readCount,
    total: facts.total,
    exported: rows.length,
    columns: Object.fromEntries(columns.map(({ id, header }) => [id, header])),
  }
  const lines = rows.map((row) =>
    jsonText(
      Object.fromEntries(
        columns.map(({ id, text, value }) => [id, value === undefined ? text(row) : value(row)]),
      ),
    ),
  )
  const head = jsonText(about, 2).replace(/\n\}$/, '')
  const body = lines.length === 0 ? '[]' : `[\n    ${lines.join(',\n    ')}\n  ]`
  return `${head},\n  "rows": ${body}\n}\n`
}
