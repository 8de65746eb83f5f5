import { useQueryClient } from '@tanstack/react-query'
import { useLayoutEffect, useRef, useState } from 'react'
import type { MirrorServer } from '#contract/mirror-server.ts'
import { isSafeId } from '#contract/path.ts'
import { type Problem, problemOf } from '#app/api/problem.ts'
import { mirrorQueue } from '#app/domain/availability/ask-mirror.ts'
import { visibleRepositoriesQuery } from '#app/domain/repository/repositories.ts'
import { joinPages } from '#app/api/paged-list.ts'
import { measure, type Measurement } from './measure.ts'
import { measureTargets } from './measure-targets.ts'

/** A measurement in progress or done. */
export type MeasurementState =
  | { readonly kind: 'none' }
  | { readonly kind: 'no-repository' }
  | { readonly kind: 'problem'; readonly problem: Problem }
  | {
      readonly kind: 'running' | 'done' | 'stopped'
      /** The repository that mirrors are asked about. */
      readonly repositoryName: string
      readonly byId: ReadonlyMap<string, Measurement>
    }

/** Measures on request only; stops on request and when the user leaves the page. */
export const useMeasurement = (mirrors: readonly MirrorServer[]) => {
  const client = useQueryClient()
  const [state, setState] = useState<MeasurementState>({ kind: 'none' })
  const running = useRef<AbortController | null>(null)
  // Before the next page is drawn: nothing is asked for a page that is gone.
  useLayoutEffect(() => () => running.current?.abort(), [])

  const run = async (signal: AbortSignal): Promise<void> => {
    const pages = await client.fetchInfiniteQuery(visibleRepositoriesQuery)
    signal.throwIfAborted()
    const repository = joinPages(pages).rows.find(({ id }) => isSafeId(id))
    if (repository === undefined) {
      setState({ kind: 'no-repository' })
      return
    }
    const targets = measureTargets(mirrors, repository.id)
    let byId = new Map<string, Measurement>(targets.map(({ id }) => [id, { kind: 'waiting' }]))
    const show = (kind: 'running' | 'done') => setState({ kind, repositoryName: repository.name, byId })
    show('running')
    await measure(
      targets,
      (id, measurement) => {
        byId = new Map(byId).set(id, measurement)
        show('running')
      },
      mirrorQueue,
      signal,
    )
    show('done')
  }

  const start = async () => {
    running.current?.abort()
    const controller = new AbortController()
    running.current = controller
    try {
      await run(controller.signal)
    } catch (error) {
      if (!controller.signal.aborted) setState({ kind: 'problem', problem: problemOf(error) })
    }
  }
  const stop = () => {
    running.current?.abort()
    setState((before) => (before.kind === 'running' ? { ...before, kind: 'stopped' } : before))
  }
  return { state, start, stop }
}
