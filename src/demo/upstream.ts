import { ConfigError } from '#gateway/ops/config-error.ts'
import { runUntilSignal } from '#gateway/ops/run-until-signal.ts'
import { startEmbeddedBitbucket } from './embedded-bitbucket.ts'
import { liveUnlessOff } from './embedded-settings.ts'

const portOf = (name: string, standard: number): number => {
  const text = process.env[name]?.trim() ?? ''
  if (text === '') return standard
  if (/^\d{1,5}$/.test(text) && Number(text) <= 65_535) return Number(text)
  throw new ConfigError(`${name} must be a number from 0 to 65535.`)
}

/** `npm run upstream`: the small Bitbucket alone, for curl and other clients. */
await runUntilSignal(async () => {
  const { upstream, accounts, isLive, close } = await startEmbeddedBitbucket(liveUnlessOff(process.env), {
    upstream: portOf('UPSTREAM_PORT', 7990),
    mirrors: portOf('MIRRORS_PORT', 7992),
    // Nobody who connects to it would trust the certificate.
    secure: null,
  })
  const lines = [
    `Small Bitbucket: ${upstream.href}`,
    'Accounts:        user name and password are the same; or a bearer token',
    ...accounts.map(({ name, role, token }) => `                 ${name.padEnd(9)} ${role} (token ${token})`),
    `Data:            simulated, ${isLive ? 'changes by itself (EMBEDDED_LIVE=0 holds it still)' : 'still'}`,
    `Try:             curl -u admin:admin ${upstream.href}/rest/mirroring/latest/mirrorServers`,
    'Press Ctrl-C to stop.',
  ]
  process.stdout.write(`${lines.join('\n')}\n`)
  return () => close(1000)
})
