import { GatewayError } from './gateway-error.ts'
import { isCheckPath } from '#gateway/ops/check-paths.ts'

/**
 * The path below the console's own one. Paths outside belong to other apps, except for the two checks that
 * orchestrators send to the process itself.
 *
 * @throws GatewayError `not-in-contract` for a path outside.
 */
export const belowBase = (basePath: string, path: string): string => {
  if (basePath === '' || isCheckPath(path)) return path
  if (path === basePath) return '/'
  if (path.startsWith(`${basePath}/`)) return path.slice(basePath.length)
  throw new GatewayError('not-in-contract', { message: 'There is nothing at this address.' })
}
