import type { SeedName } from '#upstream/seed-names.ts'
import { type Bitbucket, bitbucketAt } from '#e2e/bitbucket-at.ts'
import { freePort } from '#e2e/free-port.ts'
import { type LossyProxy, startLossyProxy } from '#e2e/lossy-proxy.ts'
import { mirrorNetworksAt } from '#e2e/own-world.ts'
import { startProgram } from '#e2e/start-program.ts'
import { makePasswords, type Passwords } from './credentials.ts'
import { type FaultWire, startFaultWire } from './fault-wire.ts'

/** A console between two wires that fail on demand: browsers, `line`, the console, `wire`, Bitbucket. */
export type ChaosWorld = {
  /** Address of the console for browsers. */
  readonly url: string
  readonly passwords: Passwords
  readonly line: LossyProxy
  readonly wire: FaultWire
  /** Bitbucket itself, past the console and both wires, as an administrator. */
  readonly bitbucket: Bitbucket
  /** Everything the console has printed, restarts included. */
  readonly printed: () => string
  /** Kills the console and starts it again at the same address, with the same keys. */
  readonly restartConsole: () => Promise<void>
  readonly stop: () => Promise<void>
}

/** Starts all of it with data of its own, in which nothing moves but by acts. */
export const startChaosWorld = async (seed: SeedName): Promise<ChaosWorld> => {
  const stops: (() => Promise<void>)[] = []
  const stop = async () => {
    for (const end of stops.toReversed()) await end()
  }
  try {
    const upstream = await startProgram(
      'src/demo/upstream.ts',
      { UPSTREAM_PORT: '0', MIRRORS_PORT: '0', EMBEDDED_SEED: seed, EMBEDDED_LIVE: '0' },
      /Small Bitbucket: (\S+?)\/?\s/,
    )
    stops.push(upstream.stop)
    const [bitbucketUrl = ''] = upstream.caught
    const bitbucket = bitbucketAt(bitbucketUrl, 'admin')
    const passwords = makePasswords()
    const wire = await startFaultWire(bitbucketUrl, passwords)
    stops.push(wire.close)
    const port = String(await freePort())
    const line = await startLossyProxy(`http://127.0.0.1:${port}`)
    stops.push(line.close)
    const settings = {
      PORT: port,
      HOST: '127.0.0.1',
      PUBLIC_URL: line.url,
      BITBUCKET_URL: wire.url,
      // Where nothing listens may be asked, and does not answer.
      MIRROR_NETWORKS: `${await mirrorNetworksAt(bitbucketUrl)},127.0.0.0/8:1`,
      SESSION_KEYS: crypto.randomUUID() + crypto.randomUUID(),
      SKIP_BUILD: '1',
      LOG: '1',
    }
    const startConsole = () => startProgram('src/demo/start.ts', settings, /Mirror Console: (\S+)/)
    let gateway = await startConsole()
    let before = ''
    stops.push(() => gateway.stop())
    return {
      url: line.url,
      passwords,
      line,
      wire,
      bitbucket,
      printed: () => before + gateway.printed(),
      restartConsole: async () => {
        await gateway.kill()
        before += gateway.printed()
        gateway = await startConsole()
      },
      stop,
    }
  } catch (error) {
    await stop()
    throw error
  }
}
