import { lazy, type ReactNode, Suspense } from 'react'
import { FactsSkeleton } from '#app/ui/facts-skeleton.tsx'
import { DetailsTab } from './details-tab.tsx'
import type { MirrorTab } from './mirror-address.ts'
import type { MirrorTabProps } from './mirror-tab.ts'
import type { OpenRemoval } from './use-removal.tsx'

const loadPanel = () => import('./panel/panel-tab.tsx')
const loadRepositories = () => import('./repositories/repositories-tab.tsx')
const loadWrites = () => import('./writes/write-tab.tsx')

const load = {
  repositories: loadRepositories,
  'settings-panel': loadPanel,
  event: loadWrites,
  record: loadWrites,
  'danger-zone': loadWrites,
}

const RepositoriesTab = lazy(() => loadRepositories().then((module) => ({ default: module.RepositoriesTab })))
const PanelTab = lazy(() => loadPanel().then((module) => ({ default: module.PanelTab })))
const WriteTab = lazy(() => loadWrites().then((module) => ({ default: module.WriteTab })))

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
