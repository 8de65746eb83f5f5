import { type ComponentType, startTransition, useLayoutEffect, useState } from 'react'
import { Router, useRoutes } from 'react-router'
import { PageErrors } from '#app/shell/page-errors.tsx'
import { RouteError } from '#app/shell/route-error.tsx'
import type { PageRouter, Shown } from './page-router.ts'

type FramePart = ComponentType<{ readonly isNavigating: boolean }>

const Place = ({
  shown: { route, location, content, isFramed },
  isNavigating,
  Frame,
}: {
  shown: Shown
  isNavigating: boolean
  Frame: FramePart
}) => {
  const page = (
    <PageErrors location={location}>
      {'error' in content ? <RouteError error={content.error} /> : <content.Page />}
    </PageErrors>
  )
  const own = { path: route.path, element: page }
  return useRoutes([
    isFramed ? { path: '/', element: <Frame isNavigating={isNavigating} />, children: [own] } : own,
  ])
}

/** The page that the router shows, inside the frame where it has one. */
export const ShownPage = ({ router, Frame }: { router: PageRouter; Frame: FramePart }) => {
  const [{ shown, isNavigating }, setState] = useState(router.get)
  useLayoutEffect(() => {
    const follow = () => {
      const next = router.get()
      setState((before) => (before === next ? before : next))
    }
    const stop = router.subscribe(() => {
      const { shown: next } = router.get()
      // Another page may take its time to be drawn; what changes on the same page shows at once.
      if (next !== null && next.route !== shown?.route) startTransition(follow)
      else follow()
    })
    follow()
    return stop
  }, [router, shown])
  if (shown === null) return null
  return (
    <Router
      basename={router.basename}
      navigator={router.navigator}
      location={shown.location}
      navigationType={shown.action}
      useTransitions={false}
    >
      <PageErrors location={shown.location}>
        <Place shown={shown} isNavigating={isNavigating} Frame={Frame} />
      </PageErrors>
    </Router>
  )
}
