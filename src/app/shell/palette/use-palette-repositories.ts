import { useMemo } from 'react'
import { isSafeId } from '#contract/path.ts'
import { useRepositoryFindings } from '#app/domain/repository/use-repository-findings.ts'
import { wantedRepository } from '#app/domain/repository/wanted-repository.ts'
import { paths } from '#app/paths.ts'
import type { PaletteCommand } from './palette-command.ts'

/** Found ones that are shown: beside them is room for the way to all of them. */
const SHOWN = 7

/**
 * The repositories that what was typed or pasted leads to, and the page that searches all of them where not all were looked
 * through.
 *
 * @param searched empty for no search: then nothing is asked.
 */
export const usePaletteRepositories = (searched: string) => {
  const wanted = useMemo(() => wantedRepository(searched), [searched])
  const isSearch = searched !== '' && wanted.kind !== 'nowhere'
  const { rows, isSettled, isProven } = useRepositoryFindings(wanted, { isSearch })
  const isSearching = isSearch && !isSettled
  const commands = useMemo((): readonly PaletteCommand[] => {
    if (!isSearch) return []
    const found = (rows ?? []).filter(({ id }) => isSafeId(id))
    const isMore = isSettled && (!isProven || found.length > SHOWN)
    return [
      ...found.slice(0, SHOWN).map(({ id, name, project }) => ({
        id: `repository ${id}`,
        group: 'Repositories' as const,
        name,
        beside: project?.key,
        isFound: true,
        run: { to: paths.repository(id) },
      })),
      ...(isMore
        ? [
            {
              id: 'all repositories',
              group: 'Repositories' as const,
              name: `Search all repositories for “${searched}”`,
              isFound: true,
              run: { to: paths.repositorySearch(searched) },
            },
          ]
        : []),
    ]
  }, [isSearch, rows, isSettled, isProven, searched])
  return { commands, isSearching }
}
