import { useQueryClient } from '@tanstack/react-query'
import { type ReactNode, Suspense, useRef, useState } from 'react'
import { useNavigate } from 'react-router'
import type { MirrorServer } from '#contract/mirror-server.ts'
import { mirrorQuery } from '#app/domain/mirror/mirrors.ts'
import { lazyPart } from '#app/ui/late/lazy-part.tsx'

const RemoveMirrorDialog = lazyPart(
  async () => (await import('./remove-mirror-dialog.tsx')).RemoveMirrorDialog,
)

/** Opens the dialog that removes a mirror; `preload` fetches it when the user is about to. */
export type OpenRemoval = {
  readonly open: (mirror: MirrorServer) => void
  readonly preload: () => void
}

/**
 * The dialog that removes a mirror. The mirror is kept as it was when the dialog opened: a refresh must not change the
 * facts that the user is judging, nor close the dialog when the mirror is gone.
 *
 * @param leaveTo where to go when the mirror is gone, since its page went with it.
 */
export const useRemoval = (
  leaveTo: string,
): { readonly removal: OpenRemoval; readonly dialog: ReactNode } => {
  const navigate = useNavigate()
  const client = useQueryClient()
  const [opened, setOpened] = useState<MirrorServer | null>(null)
  const opener = useRef<Element | null>(null)
  const leave = async () => {
    await navigate(leaveTo, { replace: true })
    if (opened !== null) client.removeQueries({ queryKey: mirrorQuery(opened.id).queryKey })
  }
  const close = (isGone: boolean) => {
    setOpened(null)
    if (!isGone) {
      const { current } = opener
      // After the dialog gave the focus back to where it thinks it belongs.
      if (current instanceof HTMLElement) setTimeout(() => current.focus())
      return
    }
    void leave()
  }
  return {
    removal: {
      open: (mirror) => {
        opener.current = document.activeElement
        setOpened(mirror)
      },
      preload: RemoveMirrorDialog.preload,
    },
    dialog: opened ? (
      <Suspense>
        <RemoveMirrorDialog mirror={opened} onClose={close} />
      </Suspense>
    ) : null,
  }
}
