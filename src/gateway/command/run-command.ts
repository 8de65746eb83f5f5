import { createGateway } from '#gateway/gateway.ts'
import { ConfigError } from '#gateway/ops/config-error.ts'
import { type Environment, readConfig } from '#gateway/ops/config.ts'
import { writeLogs } from '#gateway/ops/request-log.ts'
import { runUntilSignal } from '#gateway/ops/run-until-signal.ts'
import { upstreamTrouble } from '#gateway/upstream/reach-upstream.ts'
import { openWatching } from '#gateway/watch/open-watching.ts'
import { checkUp, exitCodeOf } from './check-up.ts'
import { readCommand } from './command-line.ts'
import { lineOfFinding } from './finding.ts'
import { helpText } from './help-text.ts'
import { supportBundle } from './support-bundle.ts'

/** Where a program is, and what it is called. */
export type Place = {
  readonly distDir: string
  readonly version: string
  /** As people type it. */
  readonly command: string
}

/** Serves until a signal: the gateway alone, before a real Bitbucket. */
const serve = (env: Environment, distDir: string): Promise<void> =>
  runUntilSignal(async () => {
    const config = readConfig(env)
    const { upstream } = config
    if (upstream === null) {
      throw new ConfigError('BITBUCKET_URL must be given, for example https://bitbucket.example.com.')
    }
    const watching = await openWatching(config, config.watchToken)
    const gateway = createGateway({
      config: { ...config, upstream },
      watching,
      distDir,
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

const print = (text: string): void => {
  process.stdout.write(`${text}\n`)
}

/** Runs the program as its arguments ask: serves, or prints and ends. */
export const runCommand = async (
  args: readonly string[],
  { distDir, version, command }: Place,
): Promise<void> => {
  const { env } = process
  const asked = readCommand(args)
  switch (asked.kind) {
    case 'serve':
      await serve(env, distDir)
      break
    case 'version':
      print(version)
      break
    case 'help':
      print(helpText(version, command))
      break
    case 'check': {
      const { findings } = await checkUp(env, distDir, Date.now)
      for (const finding of findings) print(lineOfFinding(finding))
      process.exitCode = exitCodeOf(findings)
      break
    }
    case 'support':
      print(
        await supportBundle({ env, distDir, version, log: asked.log, input: process.stdin, now: Date.now }),
      )
      break
    case 'unknown':
      process.stderr.write(`${asked.sentence}\n`)
      process.exitCode = 2
  }
}
