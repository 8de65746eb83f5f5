import type { SeedName } from '#upstream/seed-names.ts'
import { startProgram } from './start-program.ts'

/** The product and its small Bitbucket, running for one test alone. */
export type World = {
  /** Address of the console, without a slash at the end. */
  readonly url: string
  /** Address of the small Bitbucket itself, to act behind the console's back. */
  readonly bitbucketUrl: string
  /** Everything both have printed so far. */
  readonly printed: () => string
}

/** Both addresses without their paths: below a path, the test knows it. */
const ADDRESSES = /Mirror Console:\s+(http:\/\/127\.0\.0\.1:\d+)[^]*Bitbucket:\s+(http:\/\/127\.0\.0\.1:\d+)/

/**
 * Starts the built console on the embedded small Bitbucket, both on free ports, with data of its own.
 *
 * @param settings what differs from that, as environment variables.
 * @throws Error with what it printed, when it does not start.
 */
export const startWorld = async (
  seed: SeedName,
  settings: Readonly<Record<string, string>> = {},
): Promise<{ readonly world: World; readonly stop: () => Promise<void> }> => {
  const { caught, printed, stop } = await startProgram(
    'src/demo/start.ts',
    {
      PORT: '0',
      HOST: '127.0.0.1',
      EMBEDDED_SEED: seed,
      // Nothing moves in a test but by the test.
      EMBEDDED_LIVE: '0',
      // What is tested was built before.
      SKIP_BUILD: '1',
      WATCH_STORE: 'off',
      ...settings,
    },
    ADDRESSES,
  )
  const [url = '', bitbucketUrl = ''] = caught
  return { world: { url, bitbucketUrl, printed }, stop }
}
