import { useQueryClient } from '@tanstack/react-query'
import { useLayoutEffect, useRef, useState } from 'react'
import { type Problem, problemOf } from '#app/api/problem.ts'
import { askEach } from './ask-each.ts'
import { availabilityQuery, mirrorAsker, noteAnswer } from './ask-mirror.ts'

/** An answer younger than this is not asked for again, in ms. */
const FRESH_MS = 30_000

/** Which repositories to ask about, by mirror. */
export type Questions = ReadonlyMap<string, readonly string[]>

/** How far asking came. */
export type QuestionsAsked = {
  readonly isAsking: boolean
  readonly asked: number
  readonly of: number
  /** Why it ended early; `null` where it did not. */
  readonly problem: Problem | null
}

const NOTHING: QuestionsAsked = { isAsking: false, asked: 0, of: 0, problem: null }

/**
 * Asks mirrors about a few repositories, one after the other, as background work; it ends when the page is left. The
 * answers arrive in the cache, where every page finds them.
 *
 * @param onEnd called with how far it came, unless the page was left.
 */
export const useQuestions = (onEnd: (ended: QuestionsAsked) => void) => {
  const client = useQueryClient()
  const [state, setState] = useState(NOTHING)
  const control = useRef<AbortController>(null)
  // Before the next page is drawn: nothing is asked for a page that is gone.
  useLayoutEffect(
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

  const ask = async (questions: Questions) => {
    const open = [...questions].map(
      ([id, repositoryIds]) => [id, repositoryIds.filter((one) => !isFresh(one, id))] as const,
    )
    const of = open.reduce((sum, [, { length }]) => sum + length, 0)
    const own = new AbortController()
    control.current?.abort()
    control.current = own
    setState({ ...NOTHING, isAsking: true, of })
    const left = new Map(open.map(([id, repositoryIds]) => [id, repositoryIds.values()]))
    let problem: Problem | null = null
    let asked = 0
    try {
      await askEach([...left.keys()], {
        asker: mirrorAsker,
        next: (mirrorId) => left.get(mirrorId)?.next().value,
        onAnswer: (question, result) => {
          noteAnswer(client, question, result)
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
