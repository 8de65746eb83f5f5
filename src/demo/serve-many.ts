/**
 * Serves many consoles from one process, each on a small Bitbucket of its own: for tests, of which most are shorter than
 * the start of a process. The parent process sends `{ open, env, roundMs? }` and `{ close }` over IPC, with a number of its choice
 * for each console; it gets `{ opened, url, upstream }`, `{ closed }` or `{ failed, why }`.
 */
import * as v from 'valibot'
import { serve } from './serve.ts'

const order = v.union([
  v.object({ open: v.number(), env: v.record(v.string(), v.string()), roundMs: v.optional(v.number()) }),
  v.object({ close: v.number() }),
])

type Served = Awaited<ReturnType<typeof serve>>

const consoles = new Map<number, Promise<Served>>()

const reply = (message: Readonly<Record<string, string | number>>): void => {
  process.send?.(message)
}

const carryOut = async (wanted: v.InferOutput<typeof order>): Promise<void> => {
  if ('open' in wanted) {
    const served = serve(wanted.env, process.cwd(), () => undefined, wanted.roundMs)
    consoles.set(wanted.open, served)
    const { url, upstream } = await served
    reply({ opened: wanted.open, url, upstream })
    return
  }
  const served = await consoles.get(wanted.close)
  consoles.delete(wanted.close)
  // Nothing is read from it any more: what is still under way need not be finished.
  await served?.close(0)
  reply({ closed: wanted.close })
}

process.on('message', (message) => {
  const wanted = v.parse(order, message)
  carryOut(wanted).catch((error: unknown) => {
    const why = error instanceof Error ? (error.stack ?? error.message) : String(error)
    reply({ failed: 'open' in wanted ? wanted.open : wanted.close, why })
  })
})
process.once('disconnect', () => process.exit(0))
