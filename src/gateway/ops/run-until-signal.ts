import { ConfigError } from './config-error.ts'

/** Says one plain sentence for what the operator can mend, and the whole error for what only a developer can. */
const explain = (error: unknown): string =>
  error instanceof ConfigError
    ? error.message
    : error instanceof Error
      ? (error.stack ?? error.message)
      : String(error)

/**
 * Runs a program until it is stopped: `start` returns how to end it. The first SIGINT or SIGTERM ends it cleanly
 * with exit code 0, the second at once; a failing start prints why and exits with 1.
 */
export const runUntilSignal = async (start: () => Promise<() => Promise<void>>): Promise<void> => {
  let end: (() => Promise<void>) | null = null
  let isEnding = false
  const onSignal = () => {
    if (isEnding || end === null) process.exit(isEnding ? 1 : 0)
    isEnding = true
    end().then(
      () => process.exit(0),
      () => process.exit(1),
    )
  }
  process.on('SIGINT', onSignal)
  process.on('SIGTERM', onSignal)
  try {
    end = await start()
  } catch (error) {
    process.stderr.write(`${explain(error)}\n`)
    process.exit(1)
  }
}
