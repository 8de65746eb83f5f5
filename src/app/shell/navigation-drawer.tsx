import { Drawer } from '@mantine/core'
import { ColorSchemeButton } from './color-scheme-button.tsx'
import { Navigation } from './navigation.tsx'

/** The navigation on a phone. */
export const NavigationDrawer = ({ onClose }: { onClose: () => void }) => (
  <Drawer
    opened
    onClose={onClose}
    title="Mirror Console"
    size={288}
    padding="xs"
    transitionProps={{ duration: 140 }}
    closeButtonProps={{ 'aria-label': 'Close navigation', size: 44 }}
  >
    <Navigation onNavigate={onClose} footer={<ColorSchemeButton />} />
  </Drawer>
)
