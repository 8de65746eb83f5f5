import '@mantine/core/styles/Overlay.css'
import '@mantine/core/styles/ModalBase.css'
import '@mantine/core/styles/Modal.css'
import type { ReactNode } from 'react'
import { Modal } from '@mantine/core'
import { dialogAttributes } from './dialog-attributes.ts'
import classes from './dialog.module.css'
import { useFocusReturn } from './use-focus-return.ts'

/**
 * A dialog over the page. It closes with Escape unless something is under way that must be seen to its end.
 *
 * Its content is not Mantine's body, by which Mantine describes the dialog: a screen reader would read all of it out at
 * once.
 */
export const Dialog = ({
  title,
  onClose,
  isBusy = false,
  isHigh = false,
  children,
}: {
  title: ReactNode
  onClose: () => void
  isBusy?: boolean
  /** Near the upper edge and open to a click beside it, as what only finds something is. */
  isHigh?: boolean
  children: ReactNode
}) => {
  useFocusReturn()
  return (
    <Modal.Root
      opened
      onClose={onClose}
      closeOnEscape={!isBusy}
      closeOnClickOutside={isHigh}
      centered={!isHigh}
      returnFocus={false}
      attributes={dialogAttributes}
    >
      <Modal.Overlay />
      <Modal.Content>
        <Modal.Header>
          <Modal.Title className={classes.title ?? ''}>{title}</Modal.Title>
          {isBusy ? null : <Modal.CloseButton aria-label="Close" />}
        </Modal.Header>
        <div className={classes.body}>{children}</div>
      </Modal.Content>
    </Modal.Root>
  )
}
