import type { ReactNode } from 'react'
import { Modal } from '@mantine/core'

/** A dialog over the page. It closes with Escape unless something is under way that must be seen to its end. */
export const Dialog = ({
  title,
  onClose,
  isBusy = false,
  children,
}: {
  title: ReactNode
  onClose: () => void
  isBusy?: boolean
  children: ReactNode
}) => (
  <Modal
    opened
    onClose={onClose}
    title={title}
    closeOnEscape={!isBusy}
    closeOnClickOutside={false}
    withCloseButton={!isBusy}
    closeButtonProps={{ 'aria-label': 'Close' }}
  >
    {children}
  </Modal>
)
