import type { SeedName } from '#upstream/seed-names.ts'
import { bitbucketAt } from './bitbucket-at.ts'
import { type DocumentedBitbucket, startDocumentedBitbucket } from './documented-bitbucket.ts'
import { type RunningProgram, startProgram } from './start-program.ts'

/** A console before a Bitbucket that runs apart from it. */
export type OwnWorld = {
  /** Address of the console. */
  readonly url: string
  /** Address of that Bitbucket, for actions that the console does not see. */
  readonly bitbucketUrl: string
  /** What the console connects to. */
  readonly front: DocumentedBitbucket
  /** The console's process. */
  readonly gateway: RunningProgram
  readonly stop: () => Promise<void>
}

/** Where the mirrors of the Bitbucket at `url` may be asked: they are on loopback, which must be allowed. */
export const mirrorNetworksAt = async (url: string): Promise<string> => {
  const [mirror] = await bitbucketAt(url, 'admin').mirrors()
  return `127.0.0.0/8:${new URL(mirror?.baseUrl ?? url).port}`
}

/**
 * Starts a Bitbucket, a server in front of it with only the documented API below `/context`, and a console that
 * knows only that address.
 *
 * @param isReachable `false` to start the console while nothing listens there.
 */
export const startOwnWorld = async (seed: SeedName, isReachable = true): Promise<OwnWorld> => {
  const bitbucket = await startProgram(
    'src/demo/upstream.ts',
    // Nothing moves in a test but by the test.
    { UPSTREAM_PORT: '0', MIRRORS_PORT: '0', EMBEDDED_SEED: seed, EMBEDDED_LIVE: '0' },
    /Small Bitbucket: (\S+?)\/?\s/,
  )
  const [bitbucketUrl = ''] = bitbucket.caught
  const front = await startDocumentedBitbucket(bitbucketUrl, '/context', isReachable)
  const end = async () => {
    await Promise.all([front.close(), bitbucket.stop()])
  }
  try {
    const gateway = await startProgram(
      'src/demo/start.ts',
      {
        PORT: '0',
        BITBUCKET_URL: `${front.url}/`,
        MIRROR_NETWORKS: await mirrorNetworksAt(bitbucketUrl),
        SKIP_BUILD: '1',
      },
      /Mirror Console: (\S+?)\/?\s/,
    )
    const [url = ''] = gateway.caught
    return {
      url,
      bitbucketUrl,
      front,
      gateway,
      stop: async () => {
        await gateway.stop()
        await end()
      },
    }
  } catch (error) {
    await end()
    throw error
  }
}
