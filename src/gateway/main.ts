import { join } from 'node:path'
import { ConfigError } from './ops/config-error.ts'
import { readConfig } from './ops/config.ts'
import { createGateway } from './gateway.ts'
import { upstreamTrouble } from './upstream/reach-upstream.ts'
import { writeLogs } from './ops/request-log.ts'
import { openWatching } from './watch/open-watching.ts'
import { runUntilSignal } from './ops/run-until-signal.ts'

/** The production entry: the gateway alone, before a real Bitbucket. */
await runUntilSignal(async () => {
  const config = readConfig(process.env)
  const { upstream } = config
  if (upstream === null) {
    throw new ConfigError('BITBUCKET_URL must be given, for example https://bitbucket.example.com.')
  }
  const watching = await openWatching(config, config.watchToken)
  const gateway = createGateway({
    config: { ...config, upstream },
    watching,
    distDir: join(process.cwd(), 'dist'),
    embedded: null,
    ...writeLogs,
  })
  const { url, metricsUrl } = await gateway.listen()
  process.stderr.write(`Mirror Console: ${url}\n`)
  if (metricsUrl !== null) process.stderr.write(`Metrics: ${metricsUrl}\n`)
  const trouble = await upstreamTrouble(gateway.fetchUpstream, upstream.href)
  if (trouble !== null) process.stderr.write(`${trouble}\n`)
  return () => gateway.close()
})
