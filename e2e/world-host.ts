import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import * as v from 'valibot'
import type { ListBehaviour } from '#upstream/list-names.ts'
import type { SeedName } from '#upstream/seed-names.ts'
import { PROGRAM_ENV, ROOT } from './start-program.ts'

/** The product and its small Bitbucket, running for one test alone. */
export type HostedWorld = {
  /** Address of the console, without a slash at the end. */
  readonly url: string
  /** Address of the small Bitbucket itself, to act behind the console's back. */
  readonly bitbucketUrl: string
  readonly close: () => Promise<void>
}

/** Whether the gateway watches the mirrors by itself, and how often, in ms; the usual time where it is `null`. */
export type WatchOfWorld = { readonly isWatched: boolean; readonly roundMs: number | null }

/** A process that serves the worlds of one test after the other. */
export type WorldHost = {
  /** @throws Error with the reason, when the world does not start. */
  readonly open: (seed: SeedName, watch: WatchOfWorld, lists: ListBehaviour) => Promise<HostedWorld>
  readonly stop: () => Promise<void>
}

const reply = v.union([
  v.object({ opened: v.number(), url: v.string(), upstream: v.string() }),
  v.object({ closed: v.number() }),
  v.object({ failed: v.number(), why: v.string() }),
])

type Reply = v.InferOutput<typeof reply>

const numberOf = (message: Reply): number => {
  if ('opened' in message) return message.opened
  return 'closed' in message ? message.closed : message.failed
}

/** The next reply about one world. */
const replyAbout = (host: ChildProcess, number: number): Promise<Reply> =>
  new Promise((resolve, reject) => {
    const stopListening = (): void => {
      host.off('message', onMessage)
      host.off('exit', onExit)
    }
    const onMessage = (message: unknown): void => {
      const read = v.parse(reply, message)
      if (numberOf(read) !== number) return
      stopListening()
      if ('failed' in read) reject(new Error(`A world failed. ${read.why}`))
      else resolve(read)
    }
    const onExit = (code: number | null): void => {
      stopListening()
      reject(new Error(`The process that serves the worlds ended with code ${String(code)}.`))
    }
    host.on('message', onMessage)
    host.on('exit', onExit)
  })

/** Starts `program`, which serves the built console as many times as asked, each time with data of its own. */
export const startWorldHost = (program: string): WorldHost => {
  const host = spawn(process.execPath, [program], {
    cwd: ROOT,
    env: PROGRAM_ENV,
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
  let last = 0
  const order = async (number: number, message: Readonly<Record<string, unknown>>): Promise<Reply> => {
    const replied = replyAbout(host, number)
    host.send(message)
    return replied
  }
  return {
    open: async (seed, { isWatched, roundMs }, lists) => {
      last += 1
      const number = last
      const env = {
        PORT: '0',
        HOST: '127.0.0.1',
        EMBEDDED_SEED: seed,
        EMBEDDED_LISTS: lists,
        SKIP_BUILD: '1',
        WATCH_STORE: isWatched ? 'memory' : 'off',
      }
      const opened = await order(number, { open: number, env, ...(roundMs !== null && { roundMs }) })
      if (!('opened' in opened)) throw new Error('The world was closed before it was opened.')
      return {
        url: opened.url.replace(/\/$/, ''),
        bitbucketUrl: opened.upstream.replace(/\/$/, ''),
        close: async () => {
          await order(number, { close: number })
        },
      }
    },
    stop: async () => {
      if (host.exitCode !== null || host.signalCode !== null) return
      const ended = once(host, 'exit')
      host.disconnect()
      await ended
    },
  }
}
