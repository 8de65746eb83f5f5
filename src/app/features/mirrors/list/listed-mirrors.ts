import type { MirrorServer } from '#contract/mirror-server.ts'
import type { MirrorHealth } from '#app/domain/mirror/mirror-health.ts'
import { searchedRows } from '#app/ui/table/searched-rows.ts'

const textsOf = ({ name, id, baseUrl }: MirrorServer) => [name, id, baseUrl]

/** The mirrors that search and filter let through, in the order they came in. */
export const listedMirrors = (
  mirrors: readonly MirrorServer[],
  { search, health }: { readonly search: string; readonly health: MirrorHealth | null },
  healths: ReadonlyMap<string, MirrorHealth>,
): readonly MirrorServer[] => {
  const found = searchedRows(mirrors, search, textsOf)
  return health === null ? found : found.filter(({ id }) => healths.get(id) === health)
}
