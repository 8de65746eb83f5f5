import { cutText } from '#contract/cut-text.ts'
import { useMantineColorScheme } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import type { MirroringRequest } from '#contract/mirroring-request.ts'
import { isSafeId } from '#contract/path.ts'
import { mirrorNameOf } from '#app/domain/mirror/mirror-name-of.ts'
import { mirrorsQuery } from '#app/domain/mirror/mirrors.ts'
import { useMirrorVerdicts } from '#app/domain/mirror/use-mirror-verdicts.ts'
import { paths } from '#app/paths.ts'
import type { NameDoubts } from '#app/text/name-doubts.ts'
import { plainOf } from '#app/text/hidden-characters.ts'
import { useNameDoubts } from '#app/ui/untrusted/use-name-doubts.ts'
import { mainPages } from '#app/shell/navigation/main-pages.ts'
import { pageActions } from './page-actions.ts'
import { type PaletteCommand, matchingCommands } from './palette-command.ts'
import { paletteStatus } from './palette-status.ts'
import { requestTexts, useFoundRequests } from './use-found-requests.ts'
import { usePaletteRepositories } from './use-palette-repositories.ts'
import type { FrameDialogKind } from '#app/shell/dialogs/use-frame-dialog.ts'

/** The pause in typing after which requests and repositories are searched, in ms. */
const DEBOUNCE_MS = 250

/** A shorter text matches almost everything. */
const SEARCH_FROM = 2

/** Longest state of a request that is shown in full; known ones have at most eight letters. */
const LONGEST_STATE = 40

const namedOf = ({ id, name }: { readonly id: string; readonly name: string }) => [id, name] as const

const namedOfRequest = ({ id, mirrorName }: MirroringRequest) => [id, mirrorName] as const

const requestLinks = (rows: readonly MirroringRequest[], doubts: NameDoubts): readonly PaletteCommand[] =>
  rows
    .filter(({ id }) => isSafeId(id))
    .map((request) => ({
      id: `request ${request.id}`,
      group: 'Mirroring requests' as const,
      name: mirrorNameOf(request),
      texts: requestTexts(request),
      note: plainOf(cutText(request.state, LONGEST_STATE)).toLowerCase(),
      doubt: doubts.get(request.id),
      run: { to: paths.request(request.id) },
    }))

/**
 * The commands for what was typed: pages, the page's actions, mirrors, requests for those who may read them, and
 * repositories.
 *
 * @param isPasted whether it came at once, so that no pause has to be awaited.
 */
export const usePaletteCommands = (
  typed: string,
  isPasted: boolean,
  onOpen: (kind: FrameDialogKind) => void,
) => {
  const { setColorScheme } = useMantineColorScheme()
  // The page does not change under the palette, so its buttons are read once.
  const [actions] = useState(() => pageActions(document))
  const mirrors = useQuery(mirrorsQuery).data?.rows
  const doubts = useNameDoubts(mirrors, namedOf)
  const verdicts = useMirrorVerdicts()
  const now = typed.trim()
  const [later] = useDebouncedValue(now, DEBOUNCE_MS)
  const text = isPasted ? now : later
  const searched = text.length >= SEARCH_FROM ? text : ''
  const requests = useFoundRequests(searched, searched !== '')
  const requestDoubts = useNameDoubts(requests.found, namedOfRequest)
  const repositories = usePaletteRepositories(searched)
  const commands = useMemo(
    (): readonly PaletteCommand[] => [
      ...mainPages.map(({ to, name }) => ({
        id: `page ${to}`,
        group: 'Pages' as const,
        name,
        run: { to },
      })),
      ...actions,
      ...(now === '' ? [] : (mirrors ?? []))
        .filter(({ id }) => isSafeId(id))
        .map(({ id, name, baseUrl }) => ({
          id: `mirror ${id}`,
          group: 'Mirrors' as const,
          name,
          texts: [id, baseUrl],
          doubt: doubts.get(id),
          verdict: verdicts.get(id),
          mirrorId: id,
          run: { to: paths.mirror(id) },
        })),
      ...requestLinks(requests.found, requestDoubts),
      ...repositories.commands,
      ...[
        { name: 'Preferences', act: () => onOpen('preferences') },
        { name: 'Keyboard map', act: () => onOpen('keys') },
        { name: 'Use light colours', act: () => setColorScheme('light') },
        { name: 'Use dark colours', act: () => setColorScheme('dark') },
      ].map(({ name, act }) => ({ id: name, group: 'Console' as const, name, run: { act } })),
    ],
    [
      actions,
      mirrors,
      doubts,
      verdicts,
      requests.found,
      requestDoubts,
      repositories.commands,
      now,
      onOpen,
      setColorScheme,
    ],
  )
  const shown = matchingCommands(commands, typed)
  // What was typed last is searched for after a pause: until then nothing is known of it.
  const isDue = now.length >= SEARCH_FROM && now !== text
  const isSearching = isDue || repositories.isSearching || (searched !== '' && requests.isFirst)
  return {
    commands: shown,
    status: paletteStatus({ isSearching, requests, isEmpty: shown.length === 0 }),
    /** Whether the status changes with every page that is read. */
    isPassing: requests.reading?.kind === 'rest',
    /** Whether repositories are still looked for. */
    isFinding: isDue || repositories.isSearching,
  }
}
