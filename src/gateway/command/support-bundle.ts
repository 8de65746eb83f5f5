import { arch, platform, release, totalmem } from 'node:os'
import type { Readable } from 'node:stream'
import type { Environment } from '#gateway/ops/config.ts'
import { timeText } from '#gateway/http/time-text.ts'
import { checkUp } from './check-up.ts'
import { lineOfFinding } from './finding.ts'
import { lastLogLines } from './last-log-lines.ts'
import { shownSettings } from './shown-settings.ts'
import { type Clean, withoutOwnSecrets, withoutSecrets } from './without-secrets.ts'

const NO_LOG =
  'Not given. The log is where the service manager keeps it. With systemd: journalctl -u mirror-console -n 200 -o cat | … --support --log -'

const logOf = async (
  log: string | null,
  input: Readable,
  clean: Clean,
): Promise<string | readonly string[]> => {
  if (log === null) return NO_LOG
  try {
    return (await lastLogLines(log, input)).map(clean)
  } catch {
    return 'The file that --log names could not be read.'
  }
}

/** What `--support` prints: all that helps to find a fault, and no secret, no token and no name of a user. */
export const supportBundle = async (options: {
  readonly env: Environment
  readonly distDir: string
  readonly version: string
  readonly log: string | null
  readonly input: Readable
  readonly now: () => number
}): Promise<string> => {
  const { env, distDir, version, log, input, now } = options
  const { findings, store } = await checkUp(env, distDir, now)
  const bundle = {
    kind: 'mirror-console-support',
    time: timeText(now()),
    version,
    node: process.versions.node,
    openssl: process.versions.openssl,
    system: `${platform()} ${release()} ${arch()}`,
    memoryBytes: totalmem(),
    settings: shownSettings(env),
    store: store === null ? null : { kind: store.kind, bytes: store.bytes },
    check: findings.map(lineOfFinding),
    log: await logOf(log, input, withoutSecrets(env)),
  }
  const clean = withoutOwnSecrets(env)
  // Each text by itself: what is taken out must not take a quotation mark of the JSON along.
  return JSON.stringify(
    bundle,
    (_key, value: unknown) => (typeof value === 'string' ? clean(value) : value),
    2,
  )
}
