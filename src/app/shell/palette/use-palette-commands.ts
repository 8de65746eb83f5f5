import { useMantineColorScheme } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { isComing } from '#app/api/reading/list-reading.ts'
import { useListReading } from '#app/api/reading/use-list-reading.ts'
import { usePagedList } from '#app/api/use-paged-list.ts'
import { useMemo, useState } from 'react'
import type { MirroringRequest } from '#contract/mirroring-request.ts'
import { isSafeId } from '#contract/path.ts'
import { mirrorNameOf } from '#app/domain/mirror/mirror-name-of.ts'
import { mirrorsQuery } from '#app/domain/mirror/mirrors.ts'
import type { Verdicts } from '#health/fleet-verdicts.ts'
import { useMirrorVerdicts } from '#app/domain/mirror/use-mirror-verdicts.ts'
import { repositorySearchQuery } from '#app/domain/repository/repositories.ts'
import { paths } from '#app/paths.ts'
import type { NameDoubts } from '#app/text/name-doubts.ts'
import { plainOf } from '#app/text/hidden-characters.ts'
import { useNameDoubts } from '#app/ui/untrusted/use-name-doubts.ts'
import { mainPages } from '#app/shell/navigation/main-pages.ts'
import { pageActions } from './page-actions.ts'
import { type PaletteCommand, matchingCommands, SHOWN_EACH } from './palette-command.ts'
import { paletteStatus } from './palette-status.ts'
import { requestTexts, useFoundRequests } from './use-found-requests.ts'
import type { FrameDialogKind } from '#app/shell/dialogs/use-frame-dialog.ts'

/** The pause in typing after which repositories are searched on the server, in ms. */
const DEBOUNCE_MS = 250

const namedOf = ({ id, name }: { readonly id: string; readonly name: string }) => [id, name] as const

/** A shorter text matches almost everything. */
const SEARCH_FROM = 2

/** Longest state of a request that is shown in full; known ones have at most eight letters. */
const LONGEST_STATE = 40

const linksTo = (
  group: PaletteCommand['group'],
  rows: readonly { readonly id: string; readonly name: string }[],
  to: (id: string) => string,
  { doubts, verdicts }: { readonly doubts?: NameDoubts; readonly verdicts?: Verdicts } = {},
): readonly PaletteCommand[] =>
  rows
    .filter(({ id }) => isSafeId(id))
    .map(({ id, name }) => ({
      id: `${group} ${id}`,
      group,
      name,
      doubt: doubts?.get(id),
      verdict: verdicts?.get(id),
      run: { to: to(id) },
    }))

const namedOfRequest = ({ id, mirrorName }: MirroringRequest) => [id, mirrorName] as const

const requestLinks = (rows: readonly MirroringRequest[], doubts: NameDoubts): readonly PaletteCommand[] =>
  rows
    .filter(({ id }) => isSafeId(id))
    .map((request) => ({
      id: `request ${request.id}`,
      group: 'Mirroring requests' as const,
      name: mirrorNameOf(request),
      texts: requestTexts(request),
      note: plainOf(request.state.slice(0, LONGEST_STATE)).toLowerCase(),
      doubt: doubts.get(request.id),
      run: { to: paths.request(request.id) },
    }))

/**
 * The commands for what was typed: pages, the page's actions, mirrors, requests for those who may read them, and
 * repositories as the server finds them.
 */
export const usePaletteCommands = (typed: string, onOpen: (kind: FrameDialogKind) => void) => {
  const { setColorScheme } = useMantineColorScheme()
  // The page does not change under the palette, so its buttons are read once.
  const [actions] = useState(() => pageActions(document))
  const mirrors = useQuery(mirrorsQuery).data?.rows
  const doubts = useNameDoubts(mirrors, namedOf)
  const verdicts = useMirrorVerdicts()
  const [searched] = useDebouncedValue(typed.trim(), DEBOUNCE_MS)
  const isSearch = searched.length >= SEARCH_FROM
  const repositories = usePagedList({ ...repositorySearchQuery(searched), enabled: isSearch })
  const found = isSearch ? repositories.data?.rows : undefined
  // Pages may be empty for this account, and what they do not show may come later.
  const { reading } = useListReading(repositories, isSearch && (found?.length ?? 0) < SHOWN_EACH)
  const requests = useFoundRequests(searched, isSearch)
  const requestDoubts = useNameDoubts(requests.found, namedOfRequest)
  const commands = useMemo(
    (): readonly PaletteCommand[] => [
      ...mainPages.map(({ to, name }) => ({
        id: `page ${to}`,
        group: 'Pages' as const,
        name,
        run: { to },
      })),
      ...actions,
      ...(typed.trim() === '' ? [] : linksTo('Mirrors', mirrors ?? [], paths.mirror, { doubts, verdicts })),
      ...requestLinks(requests.found, requestDoubts),
      ...linksTo('Repositories', found ?? [], paths.repository),
      ...[
        { name: 'Preferences', act: () => onOpen('preferences') },
        { name: 'Keyboard map', act: () => onOpen('keys') },
        { name: 'Use light colours', act: () => setColorScheme('light') },
        { name: 'Use dark colours', act: () => setColorScheme('dark') },
      ].map(({ name, act }) => ({ id: name, group: 'Console' as const, name, run: { act } })),
    ],
    [actions, mirrors, doubts, verdicts, requests.found, requestDoubts, found, typed, onOpen, setColorScheme],
  )
  const shown = matchingCommands(commands, typed)
  // What was typed last is searched for after a pause: until then nothing is known of it.
  const isDue = typed.trim().length >= SEARCH_FROM && typed.trim() !== searched
  const isSearching =
    isDue || (isSearch && (repositories.isFetching || isComing(reading) || requests.isFirst))
  return {
    commands: shown,
    status: paletteStatus({ isSearching, requests, isEmpty: shown.length === 0 }),
    /** Whether the status changes with every page that is read. */
    isPassing: requests.reading?.kind === 'rest',
  }
}
