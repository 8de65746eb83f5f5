import type { ProbeRequest, ProbeResult } from '#contract/probe.ts'

type Listener = (question: ProbeRequest, result: ProbeResult) => void

/** Answers that wait for the first listener; more than come before the first page is complete. */
const MAX_WAITING = 200

const listeners = new Set<Listener>()
const waiting: Parameters<Listener>[] = []

/**
 * Calls `listener` with every answer that a mirror gives to this tab, whichever part asked; the first listener also gets
 * what came before it.
 *
 * @returns ends that.
 */
export const onProbeResult = (listener: Listener): (() => void) => {
  listeners.add(listener)
  for (const result of waiting.splice(0)) listener(...result)
  return () => {
    listeners.delete(listener)
  }
}

/** Passes on one answer. Only for what asks mirrors. */
export const publishProbeResult: Listener = (question, result) => {
  if (listeners.size === 0 && waiting.length < MAX_WAITING) waiting.push([question, result])
  for (const listener of listeners) listener(question, result)
}
