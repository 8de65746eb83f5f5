import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Agent, fetch } from 'undici'
import { expect, onTestFinished } from 'vitest'
import { startEmbeddedBitbucket } from '#demo/embedded-bitbucket.ts'
import { selfSignedCertificate } from '#demo/self-signed-certificate.ts'
import { builtRoot } from '#demo/testing/built-root.ts'
import { startProgram } from '#demo/testing/start-program.ts'
import { deployed, type Place, runHaproxy, runNginx } from './behind-proxy.ts'
import { freePort } from './proxy-program.ts'

type HostPlace = Place & { readonly bitbucket: number }

const addressesOf = ({ bitbucket, replicas }: HostPlace) => ({
  '127.0.0.1:7990': `127.0.0.1:${bitbucket}`,
  '127.0.0.1:7991': `127.0.0.1:${replicas[0]}`,
  '127.0.0.1:7992': `127.0.0.1:${replicas[1]}`,
})

/** Starts nginx with `deploy/nginx-bitbucket-host.conf`. */
export const startNginxOnHost = async (place: HostPlace): Promise<void> => {
  const { folder, plain, tls, cert, key } = place
  writeFileSync(join(folder, 'cert.pem'), cert)
  writeFileSync(join(folder, 'key.pem'), key)
  const site = deployed('nginx-bitbucket-host.conf', {
    'listen 80;': `listen 127.0.0.1:${plain};`,
    'listen 443 ssl;': `listen 127.0.0.1:${tls} ssl;`,
    '/etc/ssl/bitbucket/fullchain.pem': join(folder, 'cert.pem'),
    '/etc/ssl/bitbucket/privkey.pem': join(folder, 'key.pem'),
    ...addressesOf(place),
  })
  await runNginx(folder, site, tls)
}

/** Starts HAProxy with `deploy/haproxy-bitbucket-host.cfg`. */
export const startHaproxyOnHost = async (place: HostPlace): Promise<void> => {
  const { folder, plain, tls, cert, key } = place
  writeFileSync(join(folder, 'both.pem'), cert + key)
  const settings = deployed('haproxy-bitbucket-host.cfg', {
    'bind :80': `bind 127.0.0.1:${plain}`,
    'bind :443': `bind 127.0.0.1:${tls}`,
    '/etc/haproxy/bitbucket.pem': join(folder, 'both.pem'),
    ...addressesOf(place),
  })
  await runHaproxy(folder, settings, tls)
}

/** A Bitbucket and two replicas of the console on one host with TLS, and a browser that trusts it. */
export const onBitbucketHost = async (startProxyAt: (place: HostPlace) => Promise<void>) => {
  const [tls, plain] = [await freePort(), await freePort()]
  const origin = `https://127.0.0.1:${tls}`
  const bitbucket = await startEmbeddedBitbucket({}, { upstream: 0, mirrors: 0, secure: null }, origin)
  onTestFinished(() => bitbucket.close(0))
  const folder = mkdtempSync(join(tmpdir(), 'mirror-console-host-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const { cert, key } = selfSignedCertificate()
  const authority = join(folder, 'authority.pem')
  writeFileSync(authority, cert)
  const replicas = await Promise.all([freePort(), freePort()])
  const place = { folder, plain, tls, replicas, cert, key, bitbucket: bitbucket.port }
  // First: the console reaches Bitbucket through it.
  await startProxyAt(place)
  const programs = replicas.map((port) =>
    startProgram(
      'src/gateway/main.ts',
      {
        PORT: String(port),
        SIGN_IN: 'bitbucket-session',
        BITBUCKET_URL: origin,
        PUBLIC_URL: `${origin}/mirrors/`,
        BITBUCKET_CA_FILE: authority,
        TRUSTED_PROXIES: '127.0.0.1',
      },
      builtRoot(),
    ),
  )
  await Promise.all(programs.map((program) => program.waitForOutput(/^(Mirror Console: .+)$/m)))
  const browser = new Agent({ connect: { ca: cert }, connections: 6 })
  onTestFinished(() => browser.destroy())
  const ask = (path: string, init: NonNullable<Parameters<typeof fetch>[1]> = {}) =>
    fetch(origin + path, { redirect: 'manual', ...init, dispatcher: browser })
  // A proxy that saw them down looks again within two seconds.
  await expect.poll(async () => (await ask('/mirrors/-/health')).status, { timeout: 15_000 }).toBe(200)
  return {
    origin,
    printed: () => programs.map((program) => program.output()).join(''),
    ask,
  }
}
