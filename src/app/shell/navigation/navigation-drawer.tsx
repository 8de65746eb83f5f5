import { Button, Stack } from '@mantine/core'
import { OverPage } from '#app/ui/dialog/over-page.tsx'
import { ColorSchemeButton } from '#app/shell/color-scheme-button.tsx'
import { Navigation } from './navigation.tsx'
import type { FrameDialogKind } from '#app/shell/dialogs/use-frame-dialog.ts'

const DIALOGS: readonly { readonly kind: FrameDialogKind; readonly name: string }[] = [
  { kind: 'palette', name: 'Command palette' },
  { kind: 'preferences', name: 'Preferences' },
]

/** The navigation on a phone, with what has no room in the header there. */
export const NavigationDrawer = ({
  onOpen,
  onClose,
}: {
  onOpen: (kind: FrameDialogKind) => void
  onClose: () => void
}) => (
  <OverPage title="Mirror Console" place="left" onClose={onClose} closesByClick>
    <Navigation
      onNavigate={onClose}
      footer={
        <Stack mt="md">
          {DIALOGS.map(({ kind, name }) => (
            <Button
              key={kind}
              variant="default"
              size="md"
              onClick={() => {
                onClose()
                onOpen(kind)
              }}
            >
              {name}
            </Button>
          ))}
          <ColorSchemeButton />
        </Stack>
      }
    />
  </OverPage>
)
