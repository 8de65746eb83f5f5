import { queryOptions, useQuery } from '@tanstack/react-query'
import { isSafeId } from '#contract/path.ts'
import type { MirrorServer } from '#contract/mirror-server.ts'
import { availabilityQuery } from '#app/domain/availability/ask-mirror.ts'

/** How soon a mirror is asked again when the console was busy, in ms. */
const BUSY_AGAIN_MS = 3000

/** Whether a mirror is asked without a click, and if not, why. */
export const isAskedAtOnce = ({ id, enabled }: MirrorServer): true | string => {
  if (!isSafeId(id)) return 'Its id has characters that cannot be used in an address, so it is not asked.'
  return enabled === false ? 'It is disabled, so it is asked only when you say so.' : true
}

/** What one mirror says about one repository, as everything on this page asks for it. */
export const availabilityOf = (repositoryId: string, mirror: MirrorServer) =>
  queryOptions({
    ...availabilityQuery(repositoryId, mirror.id),
    enabled: isAskedAtOnce(mirror) === true,
    // A hundred mirrors must not be asked because the tab is shown again; each row says its age.
    refetchOnWindowFocus: false,
    refetchInterval: ({ state: { data } }) =>
      data?.kind === 'failed' && data.failure === 'busy' ? BUSY_AGAIN_MS : false,
  })

/** What one mirror says about one repository, with a clock of its own. */
export const useAvailability = (repositoryId: string, mirror: MirrorServer) =>
  useQuery(availabilityOf(repositoryId, mirror))
