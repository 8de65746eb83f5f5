import { type ReactNode, Suspense } from 'react'
import { FactsSkeleton } from '#app/ui/page/facts-skeleton.tsx'
import { lazyPart } from '#app/ui/late/lazy-part.tsx'
import type { MirrorTab } from './mirror-address.ts'
import type { MirrorTabProps } from './mirror-tab.ts'

type Tab = (props: MirrorTabProps) => ReactNode

const lazyTab = (load: () => Promise<Tab>) => lazyPart(load, 'in-place')

const fetchWriteTabs = async () => (await import('#app/features/mirrors/writes/write-tabs.ts')).writeTabs

const lazyTabs = {
  // Apart from the page: what it takes from other pages would otherwise come with each of them.
  details: lazyTab(async () => (await import('./details-tab.tsx')).DetailsTab),
  history: lazyTab(async () => (await import('#app/features/mirrors/history/history-tab.tsx')).HistoryTab),
  repositories: lazyTab(
    async () => (await import('#app/features/mirrors/repositories/repositories-tab.tsx')).RepositoriesTab,
  ),
  'settings-panel': lazyTab(async () => (await import('#app/features/mirrors/panel/panel-tab.tsx')).PanelTab),
  token: lazyTab(async () => (await fetchWriteTabs()).token),
  event: lazyTab(async () => (await fetchWriteTabs()).event),
  record: lazyTab(async () => (await fetchWriteTabs()).record),
  'danger-zone': lazyTab(async () => (await fetchWriteTabs())['danger-zone']),
}

/** Fetches the code of a part when the user is about to open it. */
export const preloadTab = (tab: MirrorTab): void => {
  lazyTabs[tab].preload()
}

/** One part of a mirror's page. What was typed or revealed for one mirror is gone with it. */
export const MirrorTabBody = ({ tab, ...props }: MirrorTabProps & { tab: MirrorTab }) => {
  const Part = lazyTabs[tab]
  return (
    <Suspense key={`${tab} ${props.mirror.id}`} fallback={<FactsSkeleton />}>
      <Part {...props} />
    </Suspense>
  )
}
