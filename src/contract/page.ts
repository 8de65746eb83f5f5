import { cutText } from './cut-text.ts'
import * as v from 'valibot'
import { identifier } from './scalar.ts'

/** A row that came over the wire and could not be read. It is shown as such: a bad row never loses the page. */
export type UnreadableRow = {
  /** Its place in the page, from 0. */
  readonly index: number
  /** Its id where at least that could be read. */
  readonly id: string | null
  /** What was wrong with it, in the schema's words; never the value itself. */
  readonly problem: string
}

/** One page of a paged resource, normalised. */
export type Page<Item> = {
  readonly values: readonly Item[]
  readonly unreadable: readonly UnreadableRow[]
  /** Index of the first row, as the server counts. */
  readonly start: number
  /** The page size that the server really used; it may be lower than asked. `null` when it did not say. */
  readonly limit: number | null
  readonly isLastPage: boolean
  /** Where the server says the next page starts; pages need not be contiguous. */
  readonly nextPageStart: number | null
}

const count = v.fallback(v.nullable(v.pipe(v.number(), v.safeInteger(), v.minValue(0))), null)

/** Whether a field of the envelope was sent at all. One that was sent and cannot be read is no word for "the end". */
const isSent = (wire: unknown, field: string): boolean =>
  v.is(v.looseObject({ [field]: v.nonNullish(v.unknown()) }), wire)

const envelope = v.object({
  values: v.array(v.unknown()),
  start: v.optional(count, null),
  limit: v.optional(count, null),
  isLastPage: v.optional(v.fallback(v.nullable(v.boolean()), null), null),
  nextPageStart: v.optional(count, null),
})

const issuesOf = (issues: readonly v.BaseIssue<unknown>[]): string =>
  issues
    .slice(0, 3)
    .map((issue) => `${v.getDotPath(issue) ?? 'row'}: expected ${issue.expected ?? 'something else'}`)
    .join('; ')

const idOf = (row: unknown): string | null => {
  const id = v.safeParse(v.object({ id: identifier }), row)
  return id.success ? cutText(id.output.id, 128) : null
}

/**
 * Schema of a page of `item`. Two operations are documented as a page but typed as one object in the vendor's
 * document (`repos`, `repos/{repoId}/mirrors`), so a single object is accepted as a page of one. An object without
 * `values` that is no item either is an error: "unreadable", never "empty".
 */
export const page = <Item>(item: v.GenericSchema<unknown, Item>) =>
  v.pipe(
    v.unknown(),
    v.rawTransform<unknown, Page<Item>>(({ dataset, addIssue, NEVER }) => {
      const wire = dataset.value
      const single = v.is(v.object({ values: v.unknown() }), wire) ? null : v.safeParse(item, wire)
      if (single?.success) {
        return {
          values: [single.output],
          unreadable: [],
          start: 0,
          limit: null,
          isLastPage: true,
          nextPageStart: null,
        }
      }
      const outer = v.safeParse(envelope, wire)
      if (!outer.success) {
        addIssue({ message: `Not a page: ${issuesOf(outer.issues)}` })
        return NEVER
      }
      const values: Item[] = []
      const unreadable: UnreadableRow[] = []
      for (const [index, row] of outer.output.values.entries()) {
        const read = v.safeParse(item, row)
        if (read.success) values.push(read.output)
        else unreadable.push({ index, id: idOf(row), problem: issuesOf(read.issues) })
      }
      const { start, limit, isLastPage, nextPageStart } = outer.output
      return {
        values,
        unreadable,
        start: start ?? 0,
        limit,
        // A server that does not say whether this is the last page is judged by what it says about the next one.
        isLastPage: isLastPage ?? !(isSent(wire, 'isLastPage') || isSent(wire, 'nextPageStart')),
        nextPageStart,
      }
    }),
  )
