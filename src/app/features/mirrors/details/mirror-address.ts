import { paths } from '#app/paths.ts'

/** The parts of a mirror's page. */
export const MIRROR_TABS = [
  { id: 'details', word: 'Details' },
  { id: 'history', word: 'History' },
  { id: 'repositories', word: 'Repositories' },
  { id: 'settings-panel', word: 'Settings panel' },
  { id: 'token', word: 'Token' },
  { id: 'event', word: 'Event' },
  { id: 'record', word: 'Record' },
  { id: 'danger-zone', word: 'Danger zone' },
] as const

/** The id of one part. */
export type MirrorTab = (typeof MIRROR_TABS)[number]['id']

/** The part that the URL's `tab` asks for; the details by default and for nonsense. */
export const mirrorTabOf = (params: URLSearchParams): MirrorTab =>
  MIRROR_TABS.find(({ id }) => id === params.get('tab'))?.id ?? 'details'

/**
 * The address of a mirror's page.
 *
 * @param listQuery the query string of the list that the user came from, without its question mark: so the page can
 * link to the neighbours there and back to that list.
 */
export const mirrorAddress = (
  mirrorId: string,
  { tab = 'details', listQuery = '' }: { tab?: MirrorTab; listQuery?: string } = {},
): string => {
  const params = new URLSearchParams()
  if (tab !== 'details') params.set('tab', tab)
  if (listQuery !== '') params.set('list', listQuery)
  const query = params.toString()
  return paths.mirror(mirrorId) + (query === '' ? '' : `?${query}`)
}
