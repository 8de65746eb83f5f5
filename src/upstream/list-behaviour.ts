import type { ListBehaviour } from './list-names.ts'
import { RestFailure } from './rest-failure.ts'
import type { Rows } from './rows.ts'

/** Rows of every page of a list that is `capped`. */
const CAPPED = 7

/** Rows in a row of a list with `gaps`, and places without one after them. */
const RUN = { rows: 5, gap: 3 }

/** Which page after the first is answered with 429 where lists are `limited`, and for how long. */
const LIMITED = { every: 4, seconds: 2 }

/** Before every second page of one reading the list changes, so often. */
const CHANGES = 4

/** What lists that are not plain remember from page to page. It belongs to one world. */
export type ListMemory = {
  /** Pages after a first one that were answered since the last 429. */
  pages: number
  /** Until when pages are refused, epoch ms. */
  refusedUntil: number | null
  /** Pages of requests that were read after their first one. */
  further: number
}

/** Nothing was read yet. */
export const newListMemory = (): ListMemory => ({ pages: 0, refusedUntil: null, further: 0 })

/** The most rows of a page. */
export const mostRowsOf = (lists: ListBehaviour, most: number): number =>
  lists === 'capped' ? Math.min(CAPPED, most) : most

/** The same rows in their places. */
export const placedRows = <Row>(rows: Rows<Row>, lists: ListBehaviour): Rows<Row> => {
  if (lists !== 'gaps') return rows
  const step = RUN.rows + RUN.gap
  return {
    size: Math.floor(rows.size / RUN.rows) * step + (rows.size % RUN.rows),
    at: (index) => {
      const place = index % step
      return place < RUN.rows ? rows.at(Math.floor(index / step) * RUN.rows + place) : undefined
    },
  }
}

/**
 * Lets a page after the first be read, where lists are `limited`.
 *
 * @param now epoch ms.
 * @throws RestFailure 429 while it may not.
 */
export const limitPage = (memory: ListMemory, now: number): void => {
  if (memory.refusedUntil === null && memory.pages === LIMITED.every - 1) {
    memory.refusedUntil = now + 1000 * LIMITED.seconds
  }
  if (memory.refusedUntil !== null && now < memory.refusedUntil) {
    throw new RestFailure(429, 'Too many requests', 'RateLimitExceededException', {
      'retry-after': String(LIMITED.seconds),
    })
  }
  memory.pages = memory.refusedUntil === null ? memory.pages + 1 : 0
  memory.refusedUntil = null
}

/** Whether the requests change before this page, and how: one is deleted, or one is added. `null` for neither. */
export const changeBefore = (memory: ListMemory, start: number): 'delete' | 'add' | null => {
  memory.further = start === 0 ? 0 : memory.further + 1
  if (memory.further % 2 === 0 || memory.further > 2 * CHANGES) return null
  return memory.further % 4 === 1 ? 'delete' : 'add'
}
