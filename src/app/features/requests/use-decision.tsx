import { lazy, type ReactNode, Suspense, useEffect, useMemo, useRef, useState } from 'react'
import type { MirroringRequest } from '#contract/mirroring-request.ts'
import type { Decision } from '#app/data/request-decision.ts'
import type { Decide } from './request-actions.tsx'

const load = () => import('./decision-dialog.tsx')
const DecisionDialog = lazy(() => load().then((module) => ({ default: module.DecisionDialog })))

type Opened = { readonly request: MirroringRequest; readonly decision: Decision }

/**
 * The dialog that decides about a request, and how to open it. The request is kept as it was when the dialog opened:
 * a refresh must not change the facts under the eyes of whoever judges them.
 */
export const useDecision = (): { readonly decide: Decide; readonly dialog: ReactNode } => {
  const [opened, setOpened] = useState<Opened | null>(null)
  const opener = useRef<Element | null>(null)
  const decide = useMemo<Decide>(
    () => ({
      open: (request, decision) => {
        opener.current = document.activeElement
        setOpened({ request, decision })
      },
      preload: () => void load(),
    }),
    [],
  )
  const close = (isHandled: boolean) => {
    // The button of a request that was handled is about to go, and the focus would go with it.
    if (isHandled) opener.current = null
    setOpened(null)
  }
  const wasOpened = useRef(false)
  useEffect(() => {
    if (opened !== null) {
      wasOpened.current = true
      return
    }
    if (!wasOpened.current) return
    wasOpened.current = false
    const target = opener.current?.isConnected ? opener.current : document.querySelector('main h1')
    if (target instanceof HTMLElement) target.focus()
  }, [opened])
  return {
    decide,
    dialog: opened ? (
      <Suspense>
        <DecisionDialog {...opened} onClose={close} />
      </Suspense>
    ) : null,
  }
}
