import { useMantineColorScheme } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { usePagedList } from '#app/api/use-paged-list.ts'
import { useMemo, useState } from 'react'
import { isSafeId } from '#contract/path.ts'
import { mirrorsQuery } from '#app/domain/mirror/mirrors.ts'
import type { Verdicts } from '#health/fleet-verdicts.ts'
import { useMirrorVerdicts } from '#app/domain/mirror/use-mirror-verdicts.ts'
import { useFoundRequests } from './use-found-requests.ts'
import { repositorySearchQuery } from '#app/domain/repository/repositories.ts'
import { paths } from '#app/paths.ts'
import type { NameDoubts } from '#app/text/name-doubts.ts'
import { useNameDoubts } from '#app/ui/untrusted/use-name-doubts.ts'
import { mainPages } from '#app/shell/navigation/main-pages.ts'
import { pageActions } from './page-actions.ts'
import { type PaletteCommand, matchingCommands } from './palette-command.ts'
import type { FrameDialogKind } from '#app/shell/dialogs/use-frame-dialog.ts'

/** The pause in typing after which repositories are searched on the server, in ms. */
const DEBOUNCE_MS = 250

const namedOf = ({ id, name }: { readonly id: string; readonly name: string }) => [id, name] as const

/** A shorter text matches almost everything. */
const SEARCH_FROM = 2

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

/** The commands for what was typed: pages, the page's actions, mirrors, and repositories as the server finds them. */
export const usePaletteCommands = (typed: string, onOpen: (kind: FrameDialogKind) => void) => {
  const { setColorScheme } = useMantineColorScheme()
  // The page does not change under the palette, so its buttons are read once.
  const [actions] = useState(() => pageActions(document))
  const mirrors = useQuery(mirrorsQuery).data?.rows
  const doubts = useNameDoubts(mirrors, namedOf)
  const verdicts = useMirrorVerdicts()
  const [searched] = useDebouncedValue(typed.trim(), DEBOUNCE_MS)
  const isSearch = searched.length >= SEARCH_FROM
  const { data, isFetching } = usePagedList({ ...repositorySearchQuery(searched), enabled: isSearch })
  const found = isSearch ? data?.rows : undefined
  const requests = useFoundRequests(isSearch ? searched : '')
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
      ...requests.commands,
      ...linksTo('Repositories', found ?? [], paths.repository),
      ...[
        { name: 'Preferences', act: () => onOpen('preferences') },
        { name: 'Keyboard map', act: () => onOpen('keys') },
        { name: 'Use light colours', act: () => setColorScheme('light') },
        { name: 'Use dark colours', act: () => setColorScheme('dark') },
      ].map(({ name, act }) => ({ id: name, group: 'Console' as const, name, run: { act } })),
    ],
    [actions, mirrors, doubts, verdicts, requests.commands, found, typed, onOpen, setColorScheme],
  )
  return {
    commands: matchingCommands(commands, typed),
    isSearching: isSearch && (isFetching || requests.isReading),
  }
}
