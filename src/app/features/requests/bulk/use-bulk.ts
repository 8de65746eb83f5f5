import { useQueryClient } from '@tanstack/react-query'
import { useReducer, useRef, useState } from 'react'
import type { MirroringRequest } from '#contract/mirroring-request.ts'
import { runMutation } from '#app/api/run-mutation.ts'
import { type Decision, decideMutation, madeOldByDecision } from '#app/domain/request/request-decision.ts'
import { followAccepted } from '#app/features/requests/follow/follow-accepted.ts'
import { type BulkItem, canRetry, isHalting, itemAfter, itemAfterError, WAITING } from './bulk-item.ts'
import { runBulk } from './bulk-run.ts'

/**
 * Decides about many requests, each by the mutation that decides about one, so that a request is decided about in one
 * place at a time. The lists are read again once, at the end.
 *
 * @param onEnd called with all items when a run ends or was stopped.
 */
export const useBulk = (decision: Decision, onEnd: (items: ReadonlyMap<string, BulkItem>) => void) => {
  const client = useQueryClient()
  // One map for the whole run: a copy at each of thousands of steps would be millions of entries.
  const [items] = useState(() => new Map<string, BulkItem>())
  const [, draw] = useReducer((step: number) => step + 1, 0)
  const [isRunning, setRunning] = useState(false)
  const isStopped = useRef(false)
  const isUnderWay = useRef(false)

  const run = async (requests: readonly MirroringRequest[]) => {
    if (isUnderWay.current) return
    isUnderWay.current = true
    isStopped.current = false
    setRunning(true)
    const note = (request: MirroringRequest, item: BulkItem) => {
      items.set(request.id, item)
      draw()
    }
    for (const { id } of requests) if (!items.has(id)) items.set(id, WAITING)
    const open = requests.filter(({ id }) => canRetry(items.get(id) ?? WAITING))
    // What was never tried comes first: one that fails again and again must not keep the others waiting.
    const isNew = ({ id }: MirroringRequest): boolean => items.get(id)?.kind === 'waiting'
    await runBulk({
      items: [...open.filter(isNew), ...open.filter((request) => !isNew(request))],
      isStopped: () => isStopped.current,
      isHalting,
      onError: (request, error) => note(request, itemAfterError(error)),
      work: async (request) => {
        const before = items.get(request.id)
        note(request, { kind: 'under-way' })
        const subject = { shown: request, decision }
        // The lists are read again once, at the end.
        const mutation = { ...decideMutation(request.id), meta: {} }
        const lost = before?.kind === 'unknown' ? before.problem : null
        const outcome = await runMutation(client, mutation, { subject, lost, onChecking: () => undefined })
        const item = itemAfter(outcome, subject)
        if (item.kind === 'done' && decision === 'accept') followAccepted(request, outcome)
        note(request, item)
      },
    })
    for (const queryKey of madeOldByDecision) void client.invalidateQueries({ queryKey })
    isUnderWay.current = false
    setRunning(false)
    onEnd(items)
  }

  return {
    /** The same map for the whole run; it changes in place. */
    items: items as ReadonlyMap<string, BulkItem>,
    isRunning,
    run,
    /** Starts nothing more; what is in progress is finished. */
    stop: () => {
      isStopped.current = true
    },
  }
}
