import type { MirrorQueue } from '#app/domain/availability/mirror-queue.ts'
import { type Timings, timingsOf } from './timings.ts'

/** Requests to each server. The first one opens connections and fills caches, so it does not count. */
export const REQUESTS_EACH = 5

/** One request: how long the server took (ms), or why there is no answer to time. */
export type Timed =
  | { readonly kind: 'took'; readonly ms: number }
  | { readonly kind: 'failed'; readonly why: string }

/** What is known about one server so far. */
export type Measurement =
  | { readonly kind: 'waiting' }
  | { readonly kind: 'measured'; readonly timings: Timings; readonly failures: number }
  | { readonly kind: 'failed'; readonly why: string }

/** A server to measure. `ask` may reject only when its signal aborts. */
export type MeasureTarget = {
  readonly id: string
  readonly ask: (signal: AbortSignal) => Promise<Timed>
}

const measureOne = async ({ ask }: MeasureTarget, signal: AbortSignal): Promise<Measurement> => {
  // A server that does not answer at all is asked once: four more times would say the same.
  const first = await ask(signal)
  if (first.kind === 'failed') return first
  const samples: number[] = []
  let lastWhy = ''
  let failures = 0
  for (let request = 1; request < REQUESTS_EACH; request += 1) {
    const timed = await ask(signal)
    if (timed.kind === 'took') samples.push(timed.ms)
    else {
      failures += 1
      lastWhy = timed.why
    }
  }
  const timings = timingsOf(samples)
  return timings === null ? { kind: 'failed', why: lastWhy } : { kind: 'measured', timings, failures }
}

/**
 * Measures all targets, each in one place of the queue and alone at its server, so that nothing else slows it down.
 *
 * @param onMeasured called for each as soon as it is known.
 * @throws the signal's reason when it aborts; nothing is asked after that.
 */
export const measure = async (
  targets: readonly MeasureTarget[],
  onMeasured: (id: string, measurement: Measurement) => void,
  queue: MirrorQueue,
  signal: AbortSignal,
): Promise<void> => {
  await Promise.all(
    targets.map(async (target) => {
      const job = { mirrorId: target.id, priority: 'background', isAlone: true } as const
      const measurement = await queue.run(job, () => measureOne(target, signal), signal)
      signal.throwIfAborted()
      onMeasured(target.id, measurement)
    }),
  )
}
