import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Agent, fetch } from 'undici'
import { describe, expect, it, onTestFinished } from 'vitest'
import * as v from 'valibot'
import { SESSION_HEADER, session } from '#contract/session.ts'
import { startEmbeddedBitbucket } from '#demo/embedded-bitbucket.ts'
import { builtRoot } from '#demo/testing/built-root.ts'
import { startProgram } from '#demo/testing/start-program.ts'
import type { SeedName } from '#upstream/seed-names.ts'
import { mayTry } from './testing/may-try.ts'
import { freePort, startProxy } from './testing/proxy-program.ts'
import { OWN_HEADERS } from './testing/running-gateway.ts'
import { selfSignedCertificate } from './testing/self-signed-certificate.ts'
import { sessionKey } from './testing/session-key.ts'

const DEPLOY = fileURLToPath(new URL('../../deploy', import.meta.url))
const MIRRORS = '/rest/mirroring/latest/mirrorServers'

/** A deployed file with what an operator changes; every exchanged text must be in it. */
const deployed = (name: string, changes: Readonly<Record<string, string>>): string =>
  Object.entries(changes).reduce(
    (text, [from, to]) => {
      if (!text.includes(from)) throw new Error(`deploy/${name} has no "${from}"`)
      return text.replaceAll(from, to)
    },
    readFileSync(join(DEPLOY, name), 'utf8'),
  )

type Place = {
  readonly folder: string
  readonly plain: number
  readonly tls: number
  readonly replicas: readonly number[]
  readonly cert: string
  readonly key: string
}

const startNginx = async ({ folder, plain, tls, replicas, cert, key }: Place) => {
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
  const paths = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
    .map((name) => `${name}_temp_path ${folder}/${name};`)
    .join('\n')
  writeFileSync(
    join(folder, 'nginx.conf'),
    `daemon off;\nworker_processes 2;\npid ${folder}/nginx.pid;\nerror_log stderr;\nevents {}\n` +
      `http {\naccess_log off;\n${paths}\n${site}\n}\n`,
  )
  await startProxy('nginx', ['-p', folder, '-e', 'stderr', '-c', join(folder, 'nginx.conf')], tls)
}

const startHaproxy = async ({ folder, plain, tls, replicas, cert, key }: Place) => {
  writeFileSync(join(folder, 'both.pem'), cert + key)
  writeFileSync(
    join(folder, 'haproxy.cfg'),
    deployed('haproxy.cfg', {
      'bind :80': `bind 127.0.0.1:${plain}`,
      'bind :443': `bind 127.0.0.1:${tls}`,
      '/etc/haproxy/mirror-console.pem': join(folder, 'both.pem'),
      '127.0.0.1:7991': `127.0.0.1:${replicas[0]}`,
      '127.0.0.1:7992': `127.0.0.1:${replicas[1]}`,
    }),
  )
  await startProxy('haproxy', ['-db', '-f', join(folder, 'haproxy.cfg')], tls)
}

/** Two replicas behind a proxy with TLS, and a browser that trusts it. */
const behind = async (startProxyAt: (place: Place) => Promise<void>, seed: SeedName = 'calm') => {
  const bitbucket = await startEmbeddedBitbucket({ EMBEDDED_SEED: seed })
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
          MIRROR_NETWORKS: '*.mirrors.localhost',
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

const JUDGE = 'systemd-analyze'

describe('the systemd unit', () => {
  it.skipIf(!mayTry(JUDGE))('limits what the process can reach, by systemd’s own rating', () => {
    const judged = spawnSync(
      JUDGE,
      ['security', '--offline=true', '--no-pager', '--threshold=20', join(DEPLOY, 'mirror-console.service')],
      { encoding: 'utf8' },
    )
    expect(judged.stdout).toMatch(/Overall exposure level for mirror-console\.service: [01]\.\d/)
    expect(judged.status).toBe(0)
  })

  it('keeps what the console needs: room to compile, and time to finish', () => {
    const unit = readFileSync(join(DEPLOY, 'mirror-console.service'), 'utf8')
    expect(unit).not.toMatch(/^MemoryDenyWriteExecute=yes/m)
    expect(Number(/^TimeoutStopSec=(\d+)$/m.exec(unit)?.[1])).toBeGreaterThan(10)
    expect(unit).not.toMatch(/SESSION_KEYS=\S/)
  })

  it('is described with settings as systemd reads them: what follows a value is part of it, a comment too', () => {
    const [, settings = ''] = /```sh\n(.*?)```/s.exec(readFileSync(join(DEPLOY, 'README.md'), 'utf8')) ?? []
    expect(settings).toMatch(/^BITBUCKET_URL=/m)
    expect(settings.split('\n').filter((line) => /^[^#].*[\s#]/.test(line))).toEqual([])
  })
})

describe.each([
  ['nginx', startNginx],
  ['haproxy', startHaproxy],
])('two replicas behind %s', { timeout: 60_000 }, (name, startProxyAt) => {
  it.skipIf(!mayTry(name))('pass on what a mirror says while another one hangs', async () => {
    const { url, ask } = await behind(startProxyAt, 'broken')
    const signedIn = await ask('/-/session', {
      method: 'POST',
      headers: { ...OWN_HEADERS, 'content-type': 'application/json', origin: url },
      body: '{"username":"jcitizen","password":"jcitizen"}',
    })
    const cookie = signedIn.headers.get('set-cookie')?.split(';')[0] ?? ''
    const answer = await ask('/-/fleet?mirror=healthy&mirror=hangs', { headers: { cookie } })
    let text = ''
    for await (const chunk of answer.body ?? []) {
      text += Buffer.from(chunk).toString()
      if (text.includes('SYNCHRONIZED')) break
    }
    expect(text).toContain('"mirrorId":"healthy"')
    // A proxy that keeps lines back would have sent both mirrors in one piece.
    expect(text).not.toContain('"mirrorId":"hangs"')
  })

  it.skipIf(!mayTry(name))(
    'serve one session; one is killed during it, and no client sees an error',
    async () => {
      const { url, plainUrl, replicas, ask } = await behind(startProxyAt)
      const own = { ...OWN_HEADERS, 'content-type': 'application/json', origin: url }
      const signedIn = await ask('/-/session', {
        method: 'POST',
        headers: own,
        body: '{"username":"jcitizen","password":"jcitizen"}',
      })
      expect(signedIn.status).toBe(200)
      expect(signedIn.headers.get('strict-transport-security')).toBe('max-age=31536000')
      const cookie = signedIn.headers.get('set-cookie')?.split(';')[0] ?? ''
      const { mark } = v.parse(session, await signedIn.json())
      expect(cookie).toMatch(/^__Host-mirror-console-[\da-f]{8}=/)

      const [first, second] = replicas
      const servedBefore: number[] = []
      let asked = 0
      const browse = async () => {
        const statuses = new Set<number>()
        for (let round = 0; round < 60; round += 1) {
          const answer = await ask(MIRRORS, { headers: { cookie } })
          statuses.add(answer.status)
          await answer.text()
          asked += 1
          if (asked === 100) {
            servedBefore.push(first?.served() ?? 0, second?.served() ?? 0)
            first?.program.kill('SIGKILL')
          }
        }
        return [...statuses]
      }
      const seen = await Promise.all([browse(), browse(), browse(), browse()])
      expect(await first?.program.ended).toBe(null)
      expect(Math.min(...servedBefore)).toBeGreaterThan(10)
      expect(seen.flat()).toEqual([200, 200, 200, 200])
      const who = await ask('/-/session', { headers: { cookie } })
      expect(await who.json()).toMatchObject({ user: 'jcitizen' })

      // A write is let through as well, with the proofs that the browser sent to the proxy.
      const chosen = await ask('/-/session', {
        method: 'DELETE',
        headers: { ...own, cookie, [SESSION_HEADER]: mark ?? '' },
      })
      expect(chosen.headers.get('set-cookie')).toContain('Max-Age=0')
      const elsewhere = await fetch(plainUrl, { redirect: 'manual' })
      expect(elsewhere.status).toBe(301)
      expect(elsewhere.headers.get('location')).toMatch(/^https:\/\//)
    },
  )
})
