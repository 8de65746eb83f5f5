import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { connect, createServer } from 'node:net'
import { onTestFinished } from 'vitest'
import { listenOnLoopback } from './listen-on-loopback.ts'

/** Whether a program is installed; Debian keeps servers outside of the usual path. */
export const hasProgram = (name: string): boolean =>
  spawnSync(name, [name === 'systemd-analyze' ? '--version' : '-v'], { env: withServers(), stdio: 'ignore' })
    .error === undefined

const withServers = () => ({ ...process.env, PATH: `${process.env['PATH'] ?? ''}:/usr/sbin:/usr/local/sbin` })

/** A port of 127.0.0.1 that was free a moment ago: these programs cannot say which one they took. */
export const freePort = async (): Promise<number> => {
  const server = createServer()
  const port = await listenOnLoopback(server)
  await new Promise((resolve) => server.close(resolve))
  return port
}

const accepts = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1')
    socket.once('connect', () => resolve(true))
    socket.once('error', () => resolve(false))
    socket.once('close', () => resolve(false))
    socket.once('connect', () => socket.destroy())
  })

/** Runs a proxy, or another server, in the foreground until the test ends, and waits until it listens. */
export const startProxy = async (name: string, args: readonly string[], port: number): Promise<void> => {
  const child = spawn(name, args, { env: withServers(), stdio: ['ignore', 'pipe', 'pipe'] })
  let printed = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (printed += chunk))
  const ended = once(child, 'close').then(() => true)
  onTestFinished(async () => {
    child.kill('SIGTERM')
    await ended
  })
  for (;;) {
    if (await accepts(port)) return
    const hasEnded = await Promise.race([ended, new Promise<false>((go) => setTimeout(go, 20, false))])
    if (hasEnded) throw new Error(`${name} ended at its start:\n${printed}`)
  }
}
