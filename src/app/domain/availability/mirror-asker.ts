import type { ProbeRequest, ProbeResult } from '#contract/probe.ts'
import { Problem } from '#app/api/problem.ts'
import type { MirrorJob, MirrorQueue, Priority } from './mirror-queue.ts'

/** Failures of one mirror in a row after which runs pause it until their next start. */
export const PAUSED_AFTER = 3

type InFlight = { readonly job: MirrorJob; readonly answer: Promise<ProbeResult>; askers: number }

/** Sends one question. @throws Problem; the signal's reason when it aborts. */
type Probe = (question: ProbeRequest, signal: AbortSignal) => Promise<ProbeResult>

/** Whether this problem would meet every other question too. */
const concernsAll = (error: unknown): boolean =>
  error instanceof Problem && (error.kind === 'rate-limited' || error.kind === 'signed-out')

/** Asks mirrors through the queue: shares questions in flight, and keeps count of mirrors that fail. */
export const createMirrorAsker = (probe: Probe, queue: MirrorQueue) => {
  const inFlight = new Map<string, InFlight & { readonly control: AbortController }>()
  const failures = new Map<string, number>()

  const send = async (question: ProbeRequest, key: string, job: MirrorJob, signal: AbortSignal) => {
    const { mirrorId } = question
    const work = async () => {
      try {
        const result = await probe(question, signal)
        failures.set(mirrorId, result.kind === 'failed' ? (failures.get(mirrorId) ?? 0) + 1 : 0)
        return result
      } catch (error) {
        // Before this job gives its place to one of those that wait.
        if (concernsAll(error)) queue.refuseWaiting(error)
        throw error
      }
    }
    try {
      return await queue.run(job, work, signal)
    } finally {
      // After a cancel, the same question may be in flight anew.
      if (inFlight.get(key)?.job === job) inFlight.delete(key)
    }
  }

  const begin = (question: ProbeRequest, key: string, priority: Priority) => {
    const control = new AbortController()
    const job = { mirrorId: question.mirrorId, priority }
    const begun = { job, control, answer: send(question, key, job, control.signal), askers: 0 }
    inFlight.set(key, begun)
    return begun
  }

  return {
    /**
     * Asks one mirror about one repository. The same question in flight is shared; it is given up when all who asked
     * it gave up.
     *
     * @throws Problem; the signal's reason when it aborts.
     */
    ask: async (
      question: ProbeRequest,
      { priority, signal }: { readonly priority: Priority; readonly signal: AbortSignal },
    ): Promise<ProbeResult> => {
      signal.throwIfAborted()
      const key = JSON.stringify([question.mirrorId, question.repositoryId])
      const shared = inFlight.get(key) ?? begin(question, key, priority)
      if (priority === 'person') queue.raise(shared.job)
      shared.askers += 1
      const left = Promise.withResolvers<never>()
      const leave = () => {
        left.reject(signal.reason)
        shared.askers -= 1
        if (shared.askers > 0) return
        if (inFlight.get(key) === shared) inFlight.delete(key)
        shared.control.abort(signal.reason)
      }
      signal.addEventListener('abort', leave, { once: true })
      try {
        return await Promise.race([shared.answer, left.promise])
      } finally {
        signal.removeEventListener('abort', leave)
      }
    },
    /** Whether the mirror failed so often in a row that runs leave it out. A person may still ask it. */
    isPaused: (mirrorId: string): boolean => (failures.get(mirrorId) ?? 0) >= PAUSED_AFTER,
    /** A run starts: mirrors that failed before get another chance. */
    resume: (mirrorIds: readonly string[]) => {
      for (const id of mirrorIds) failures.delete(id)
    },
  }
}

/** See {@link createMirrorAsker}. */
export type MirrorAsker = ReturnType<typeof createMirrorAsker>
