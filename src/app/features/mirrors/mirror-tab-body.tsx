import { lazy, type ReactNode, Suspense } from 'react'
import { FactsSkeleton } from '#app/ui/facts-skeleton.tsx'
import { DetailsTab } from './details-tab.tsx'
import type { MirrorTab } from './mirror-address.ts'
import type { MirrorTabProps } from './mirror-tab.ts'
import type { OpenRemoval } from './use-removal.tsx'

const load = {
  repositories: () => import('./repositories/repositories-tab.tsx'),
  'settings-panel': () => import('./panel/panel-tab.tsx'),
  event: () => import('./event/event-tab.tsx'),
  record: () => import('./record/record-tab.tsx'),
  'danger-zone': () => import('./danger/danger-tab.tsx'),
}

const RepositoriesTab = lazy(() =>
  load.repositories().then((module) => ({ default: module.RepositoriesTab })),
)
const PanelTab = lazy(() => load['settings-panel']().then((module) => ({ default: module.PanelTab })))
const EventTab = lazy(() => load.event().then((module) => ({ default: module.EventTab })))
const RecordTab = lazy(() => load.record().then((module) => ({ default: module.RecordTab })))
const DangerTab = lazy(() => load['danger-zone']().then((module) => ({ default: module.DangerTab })))

/** Fetches the code of a part as soon as somebody is about to open it. */
export const preloadTab = (tab: MirrorTab): void => {
  if (tab !== 'details') void load[tab]()
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
      return <EventTab {...props} />
    case 'record':
      return <RecordTab {...props} />
    case 'danger-zone':
      return <DangerTab {...props} removal={removal} />
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
