import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { type Environment, readConfig } from '#gateway/ops/config.ts'
import { createGateway } from '#gateway/gateway.ts'
import { openWatching } from '#gateway/watch/open-watching.ts'
import { upstreamTrouble } from '#gateway/upstream/reach-upstream.ts'
import { writeLogs } from '#gateway/ops/request-log.ts'
import { buildApp } from './build-app.ts'
import { type BitbucketFront, CONSOLE_PATH, startBitbucketFront } from './bitbucket-front.ts'
import { type EmbeddedBitbucket, startEmbeddedBitbucket } from './embedded-bitbucket.ts'
import { needsBuild } from './needs-build.ts'

/** Says one line to the person who started it. */
export type Print = (line: string) => void

const printEmbedded = (print: Print, { upstream, accounts, isLive }: EmbeddedBitbucket): void => {
  const data = isLive ? 'simulated, changes by itself' : 'simulated'
  print(`Bitbucket:      ${upstream.href} (small, embedded: its data is ${data} and gone when this ends)`)
  print('Accounts:       user name and password are the same')
  for (const { name, role } of accounts) print(`                ${name.padEnd(9)} ${role}`)
}

/**
 * Builds the console when needed and serves it: before `BITBUCKET_URL`, or before an embedded small Bitbucket when
 * that is not set. Prints where it is; the first line is `Mirror Console: <address>`.
 *
 * @param roundMs between two rounds of the watch, in ms; the watch's own where absent.
 * @returns a function that ends it.
 * @throws ConfigError for a wrong setting, a taken port or a failed build.
 */
export const serve = async (env: Environment, root: string, print: Print, roundMs?: number) => {
  const given = readConfig(env)
  // Tests start many consoles from one build and need no check for changes in each.
  if (env['SKIP_BUILD'] !== '1' && needsBuild(root)) {
    print('Building the console …')
    await buildApp(root)
  }
  const front =
    given.upstream === null && given.signIn === 'bitbucket-session'
      ? await startBitbucketFront(given.host, given.port)
      : null
  const config = front === null ? given : { ...given, ...behind(front) }
  const embedded =
    config.upstream === null ? await startEmbeddedBitbucket(env, undefined, front?.origin) : null
  const upstream = config.upstream ?? embedded?.upstream
  if (upstream === undefined) throw new Error('Neither a Bitbucket nor an embedded one')
  const reachable = embedded === null ? config : { ...config, ...merged(config, embedded) }
  const end = async (deadlineMs?: number) => {
    await gateway.close(deadlineMs)
    await embedded?.close(0)
    await front?.close(0)
  }
  const watchToken = embedded === null ? config.watchToken : embedded.watchToken
  const watching = await openWatching(config, watchToken)
  // The small Bitbucket signs what it reports, as a real one would; nobody else needs to know the secret.
  const webhookSecret =
    embedded === null ? config.webhookSecret : (config.webhookSecret ?? randomBytes(32).toString('hex'))
  const gateway = createGateway({
    watching: watching && { ...watching, ...(roundMs !== undefined && { roundMs }) },
    config: { ...reachable, upstream, webhookSecret },
    distDir: join(root, 'dist'),
    embedded:
      embedded === null
        ? null
        : { accounts: embedded.accounts.map(({ name, password, role }) => ({ name, password, role })) },
    // A terminal shows the address, not every request.
    ...(env['LOG'] === '1' ? writeLogs : {}),
  })
  try {
    const { url, port } = await gateway.listen()
    front?.lead({ bitbucket: embedded?.port ?? 0, console: port })
    print(`Mirror Console: ${url}`)
    if (embedded !== null) {
      printEmbedded(print, embedded)
      embedded.sendWebhooksTo({ url: `${url}/-/webhook`, secret: webhookSecret })
    } else {
      print(`Bitbucket:      ${upstream.href}`)
      const trouble = await upstreamTrouble(gateway.fetchUpstream, upstream.href)
      // It may come back, and the console says so until then.
      if (trouble !== null) print(trouble)
    }
    return { url, upstream: upstream.href, close: end }
  } catch (error) {
    await end(0)
    throw error
  }
}

/** The place of a gateway behind a proxy that makes one origin of it and of Bitbucket. */
const behind = ({ origin }: BitbucketFront) => {
  const publicUrl = origin + CONSOLE_PATH
  return { port: 0, host: '127.0.0.1', publicUrl, consoleAddress: publicUrl, basePath: CONSOLE_PATH }
}

/** What a gateway is to ask and to trust, with the mirrors of an embedded small Bitbucket. */
const merged = (
  { mirrorNetworks, certificates }: ReturnType<typeof readConfig>,
  embedded: EmbeddedBitbucket,
) => ({
  mirrorNetworks: {
    hosts: [...mirrorNetworks.hosts, ...embedded.mirrorNetworks.hosts],
    networks: [...mirrorNetworks.networks, ...embedded.mirrorNetworks.networks],
  },
  certificates: [certificates, embedded.certificates].filter((pem) => pem !== null).join('\n'),
})
