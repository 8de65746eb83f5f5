import { useState } from 'react'
import { CommandPalette } from '#app/shell/palette/command-palette.tsx'
import { KeyboardMap } from './keyboard-map.tsx'
import { Preferences } from './preferences.tsx'
import type { FrameDialogKind } from './use-frame-dialog.ts'

/**
 * The dialogs of the frame, which come with their code when the first of them is opened. What had the focus before gets
 * it back.
 */
export const FrameDialog = ({
  kind,
  onOpen,
}: {
  kind: FrameDialogKind
  onOpen: (kind: FrameDialogKind | null) => void
}) => {
  const [opener] = useState(() => document.activeElement)
  const close = () => {
    onOpen(null)
    if (opener instanceof HTMLElement) opener.focus({ preventScroll: true })
  }
  switch (kind) {
    case 'palette':
      return <CommandPalette onOpen={onOpen} onClose={close} />
    case 'keys':
      return <KeyboardMap onClose={close} />
    case 'preferences':
      return <Preferences onClose={close} />
  }
}
