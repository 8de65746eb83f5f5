import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Agent, fetch } from 'undici'
import { onTestFinished } from 'vitest'
import { startEmbeddedBitbucket } from '#demo/embedded-bitbucket.ts'
import { builtRoot } from '#demo/testing/built-root.ts'
import { startProgram } from '#demo/testing/start-program.ts'
import type { SeedName } from '#upstream/seed-names.ts'
import { freePort, startProxy } from './proxy-program.ts'
import { selfSignedCertificate } from '#demo/self-signed-certificate.ts'
import { sessionKey } from './session-key.ts'

/** The folder of what production runs with. */
export const DEPLOY = fileURLToPath(new URL('../../../deploy', import.meta.url))

/** What the test of the replicas asks of Bitbucket. */
export const MIRRORS = '/rest/mirroring/latest/mirrorServers'

/** A deployed file with what an operator changes; every exchanged text must be in it. */
export const deployed = (name: string, changes: Readonly<Record<string, string>>): string =>
  Object.entries(changes).reduce(
    (text, [from, to]) => {
      if (!text.includes(from)) throw new Error(`deploy/${name} has no "${from}"`)
      return text.replaceAll(from, to)
    },
    readFileSync(join(DEPLOY, name), 'utf8'),
  )

export type Place = {
  readonly folder: string
  readonly plain: number
  readonly tls: number
  readonly replicas: readonly number[]
  readonly cert: string
  readonly key: string
}

/** Starts nginx with what stands in its http block. */
export const runNginx = async (folder: string, site: string, port: number): Promise<void> => {
  const paths = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
    .map((name) => `${name}_temp_path ${folder}/${name};`)
    .join('\n')
  writeFileSync(
    join(folder, 'nginx.conf'),
    `daemon off;\nworker_processes 2;\npid ${folder}/nginx.pid;\nerror_log stderr;\nevents {}\n` +
      `http {\naccess_log off;\n${paths}\n${site}\n}\n`,
  )
  await startProxy('nginx', ['-p', folder, '-e', 'stderr', '-c', join(folder, 'nginx.conf')], port)
}

/** Starts HAProxy with a whole configuration. */
export const runHaproxy = async (folder: string, settings: string, port: number): Promise<void> => {
  writeFileSync(join(folder, 'haproxy.cfg'), settings)
  await startProxy('haproxy', ['-db', '-f', join(folder, 'haproxy.cfg')], port)
}

/** Starts nginx with `deploy/nginx.conf`. */
export const startNginx = async ({ folder, plain, tls, replicas, cert, key }: Place) => {
  writeFileSync(join(folder, 'cert.pem'), cert)
  writeFileSync(join(folder, 'key.pem'), key)
  const site = deployed('nginx.conf', {
    'listen 80;': `listen 127.0.0.1:${plain};`,
    'listen 443 ssl;': `listen 127.0.0.1:${tls} ssl;`,
    '/etc/ssl/mirror-console/fullchain.pem': join(folder, 'cert.pem'),
    '/etc/ssl/mirror-console/privkey.pem': join(folder, 'key.pem'),
    '127.0.0.1:7991': `127.0.0.1:${replicas[0]}`,
    '127.0.0.1:7992': `127.0.0.1:${replicas[1]}`,
  })
  await runNginx(folder, site, tls)
}

/** Starts HAProxy with `deploy/haproxy.cfg`. */
export const startHaproxy = async ({ folder, plain, tls, replicas, cert, key }: Place) => {
  writeFileSync(join(folder, 'both.pem'), cert + key)
  const settings = deployed('haproxy.cfg', {
    'bind :80': `bind 127.0.0.1:${plain}`,
    'bind :443': `bind 127.0.0.1:${tls}`,
    '/etc/haproxy/mirror-console.pem': join(folder, 'both.pem'),
    '127.0.0.1:7991': `127.0.0.1:${replicas[0]}`,
    '127.0.0.1:7992': `127.0.0.1:${replicas[1]}`,
  })
  await runHaproxy(folder, settings, tls)
}

/**
 * Two replicas behind a proxy with TLS, and a browser that trusts it.
 *
 * @param isWatched whether both watch the mirrors, each for itself.
 */
export const behindProxy = async (
  startProxyAt: (place: Place) => Promise<void>,
  seed: SeedName = 'calm',
  isWatched = false,
) => {
  const bitbucket = await startEmbeddedBitbucket(
    { EMBEDDED_SEED: seed },
    { upstream: 0, mirrors: 0, secure: null },
  )
  onTestFinished(() => bitbucket.close(0))
  const folder = mkdtempSync(join(tmpdir(), 'mirror-console-deploy-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const { cert, key } = selfSignedCertificate()
  const tls = await freePort()
  const url = `https://127.0.0.1:${tls}`
  const replicas = await Promise.all(
    [1, 2].map(async () => {
      const port = await freePort()
      const program = startProgram(
        'src/gateway/main.ts',
        {
          PORT: String(port),
          PUBLIC_URL: url,
          SESSION_KEYS: sessionKey('deploy'),
          TRUSTED_PROXIES: '127.0.0.1',
          BITBUCKET_URL: bitbucket.upstream.href,
          MIRROR_NETWORKS: '127.0.0.0/8',
          ...(isWatched && { WATCH_TOKEN: bitbucket.watchToken ?? '' }),
        },
        builtRoot(),
      )
      await program.waitForOutput(/^(Mirror Console: .+)$/m)
      return { port, program, served: () => program.output().split(`"${MIRRORS}"`).length - 1 }
    }),
  )
  const plain = await freePort()
  await startProxyAt({ folder, plain, tls, replicas: replicas.map(({ port }) => port), cert, key })
  const browser = new Agent({ connect: { ca: cert }, connections: 6 })
  onTestFinished(() => browser.destroy())
  return {
    url,
    plainUrl: `http://127.0.0.1:${plain}`,
    replicas,
    ask: (path: string, init: NonNullable<Parameters<typeof fetch>[1]> = {}) =>
      fetch(url + path, { ...init, dispatcher: browser }),
  }
}
