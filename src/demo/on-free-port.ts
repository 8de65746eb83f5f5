import { ConfigError } from '#gateway/ops/config-error.ts'

const ATTEMPTS = 4

/**
 * Starts what listens at several addresses with one port. Where the system chooses it (`port` is 0), it is free at the
 * first address alone: taken at another one, another port is tried.
 *
 * @throws ConfigError when the given port is taken, or four that the system chose.
 */
export const onFreePort = async <Started>(
  port: number,
  start: () => Promise<Started>,
  attempts = ATTEMPTS,
): Promise<Started> => {
  try {
    return await start()
  } catch (error) {
    if (port !== 0 || attempts <= 1 || !(error instanceof ConfigError)) throw error
    return onFreePort(port, start, attempts - 1)
  }
}
