import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { isSafeId } from '#contract/path.ts'
import type { MirrorServer } from '#contract/mirror-server.ts'
import { askEach } from '#app/domain/availability/ask-each.ts'
import { availabilityQuery, mirrorAsker } from '#app/domain/availability/ask-mirror.ts'
import { type Problem, problemOf } from '#app/api/problem.ts'

/** Questions of one click at most: what is in view on a large screen with ten mirrors takes half of it. */
const MAX_QUESTIONS = 600

/** An answer younger than this is not asked for again, in ms. */
const FRESH_MS = 30_000

/** How far asking came. */
export type RowsAsked = {
  readonly isAsking: boolean
  readonly asked: number
  readonly of: number
  /** Why it ended early; `null` where it did not. */
  readonly problem: Problem | null
}

const NOTHING: RowsAsked = { isAsking: false, asked: 0, of: 0, problem: null }

/**
 * Asks mirrors about a few repositories, one after the other, as background work; it ends when the page is left.
 *
 * @param onEnd called with how far it came, unless the page was left.
 */
export const useAskRows = (onEnd: (ended: RowsAsked) => void) => {
  const client = useQueryClient()
  const [state, setState] = useState(NOTHING)
  const control = useRef<AbortController>(null)
  useEffect(
    () => () => {
      control.current?.abort()
      control.current = null
    },
    [],
  )

  const isFresh = (repositoryId: string, mirrorId: string): boolean => {
    const known = client.getQueryState(availabilityQuery(repositoryId, mirrorId).queryKey)
    return known?.data !== undefined && Date.now() - known.dataUpdatedAt < FRESH_MS
  }

  const ask = async (mirrors: readonly MirrorServer[], repositoryIds: readonly string[]) => {
    const usable = mirrors.filter(({ id, enabled }) => isSafeId(id) && enabled !== false)
    const rows = repositoryIds.slice(0, Math.max(1, Math.floor(MAX_QUESTIONS / Math.max(1, usable.length))))
    const open = new Map(
      usable.map(({ id }) => [id, rows.filter((repositoryId) => !isFresh(repositoryId, id))]),
    )
    const of = [...open.values()].reduce((sum, { length }) => sum + length, 0)
    const own = new AbortController()
    control.current?.abort()
    control.current = own
    setState({ ...NOTHING, isAsking: true, of })
    const left = new Map([...open].map(([id, questions]) => [id, questions.values()]))
    let problem: Problem | null = null
    let asked = 0
    try {
      await askEach([...open.keys()], {
        asker: mirrorAsker,
        next: (mirrorId) => left.get(mirrorId)?.next().value,
        // The answers arrive in the cache by themselves.
        onAnswer: () => {
          asked += 1
          setState({ ...NOTHING, isAsking: true, asked, of })
        },
        signal: own.signal,
      })
    } catch (error) {
      problem = own.signal.aborted ? null : problemOf(error)
    }
    if (control.current !== own) return
    const ended = { isAsking: false, asked, of, problem }
    setState(ended)
    onEnd(ended)
  }
  return { state, ask, stop: () => control.current?.abort() }
}
