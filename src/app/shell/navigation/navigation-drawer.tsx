import '@mantine/core/styles/Overlay.css'
import '@mantine/core/styles/ModalBase.css'
import '@mantine/core/styles/Drawer.css'
import { Button, Drawer, Stack } from '@mantine/core'
import { dialogAttributes } from '#app/ui/dialog/dialog-attributes.ts'
import { useFocusReturn } from '#app/ui/dialog/use-focus-return.ts'
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
}) => {
  useFocusReturn()
  return (
    <Drawer.Root
      opened
      onClose={onClose}
      size={288}
      padding="xs"
      transitionProps={{ duration: 140 }}
      attributes={dialogAttributes}
    >
      <Drawer.Overlay />
      <Drawer.Content>
        <Drawer.Header>
          <Drawer.Title pl={10} fw={650}>
            Mirror Console
          </Drawer.Title>
          <Drawer.CloseButton aria-label="Close navigation" size={44} iconSize={20} />
        </Drawer.Header>
        {/* Not Mantine's body, by which the dialog would be described: every link would be read out at once. */}
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
      </Drawer.Content>
    </Drawer.Root>
  )
}
