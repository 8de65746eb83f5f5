import '@mantine/core/styles/Overlay.css'
import '@mantine/core/styles/ModalBase.css'
import '@mantine/core/styles/Modal.css'
import type { ReactNode } from 'react'
import { Modal } from '@mantine/core'
import { dialogAttributes } from './dialog-attributes.ts'
import { useFocusReturn } from './use-focus-return.ts'

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
}) => {
  useFocusReturn()
  return (
    <Modal
      opened
      onClose={onClose}
      title={title}
      closeOnEscape={!isBusy}
      closeOnClickOutside={false}
      withCloseButton={!isBusy}
      closeButtonProps={{ 'aria-label': 'Close' }}
      returnFocus={false}
      attributes={dialogAttributes}
    >
      {children}
    </Modal>
  )
}
