import { type ReactNode, Suspense } from 'react'
import { FactsSkeleton } from '#app/ui/page/facts-skeleton.tsx'
import { lazyPart } from '#app/ui/late/lazy-part.tsx'
import { DetailsTab } from './details-tab.tsx'
import type { MirrorTab } from './mirror-address.ts'
import type { MirrorTabProps } from './mirror-tab.ts'
import type { OpenRemoval } from '#app/features/mirrors/removal/use-removal.tsx'

const RepositoriesTab = lazyPart(
  async () => (await import('#app/features/mirrors/repositories/repositories-tab.tsx')).RepositoriesTab,
  'in-place',
)
const PanelTab = lazyPart(
  async () => (await import('#app/features/mirrors/panel/panel-tab.tsx')).PanelTab,
  'in-place',
)
const WriteTab = lazyPart(
  async () => (await import('#app/features/mirrors/writes/write-tab.tsx')).WriteTab,
  'in-place',
)

const lazyTabs = {
  repositories: RepositoriesTab,
  'settings-panel': PanelTab,
  event: WriteTab,
  record: WriteTab,
  'danger-zone': WriteTab,
}

/** Fetches the code of a part as soon as somebody is about to open it. */
export const preloadTab = (tab: MirrorTab): void => {
  if (tab !== 'details') lazyTabs[tab].preload()
}

const bodyOf = (tab: MirrorTab, props: MirrorTabProps, removal: OpenRemoval): ReactNode => {
  switch (tab) {
    case 'details':
      return <DetailsTab {...props} />
    case 'repositories':
      return <RepositoriesTab {...props} />
    case 'settings-panel':
      return <PanelTab {...props} />
    case 'event':
    case 'record':
    case 'danger-zone':
      return <WriteTab {...props} tab={tab} removal={removal} />
  }
}

/** One part of a mirror's page. What was typed or revealed for one mirror is gone with it. */
export const MirrorTabBody = ({
  tab,
  removal,
  ...props
}: MirrorTabProps & { tab: MirrorTab; removal: OpenRemoval }) => (
  <Suspense key={`${tab} ${props.mirror.id}`} fallback={<FactsSkeleton />}>
    {bodyOf(tab, props, removal)}
  </Suspense>
)
