import { type ReactNode, Suspense, useEffect, useMemo, useRef, useState } from 'react'
import type { MirroringRequest } from '#contract/mirroring-request.ts'
import type { Decision } from '#app/domain/request/request-decision.ts'
import { lazyPart } from '#app/ui/late/lazy-part.tsx'
import type { Decide } from '#app/features/requests/list/request-actions.tsx'

const DecisionDialog = lazyPart(async () => (await import('./decision-dialog.tsx')).DecisionDialog)

type Opened = { readonly request: MirroringRequest; readonly decision: Decision }

/**
 * The dialog that decides about a request, and how to open it. The request is kept as it was when the dialog opened:
 * a refresh must not change the facts that the user is judging.
 *
 * @param onDeleted called when the request is gone, where the page has nothing left to show.
 */
export const useDecision = (
  onDeleted?: () => void,
): { readonly decide: Decide; readonly dialog: ReactNode } => {
  const [opened, setOpened] = useState<Opened | null>(null)
  const isLosing = useRef(false)
  useEffect(() => {
    if (opened !== null || !isLosing.current) return
    isLosing.current = false
    // The dialog gave the focus back to a button that is about to go, and the focus would go with it.
    document.querySelector<HTMLElement>('main h1')?.focus()
  }, [opened])
  const decide = useMemo<Decide>(
    () => ({
      open: (request, decision) => setOpened({ request, decision }),
      preload: DecisionDialog.preload,
    }),
    [],
  )
  const close = (isHandled: boolean) => {
    isLosing.current = isHandled
    setOpened(null)
    if (isHandled && opened?.decision === 'delete') onDeleted?.()
  }
  return {
    decide,
    dialog: opened ? (
      <Suspense>
        <DecisionDialog {...opened} onClose={close} />
      </Suspense>
    ) : null,
  }
}
