import '@mantine/core/styles/Overlay.css'
import '@mantine/core/styles/ModalBase.css'
import type { ReactNode } from 'react'
import {
  ModalBase,
  ModalBaseCloseButton,
  ModalBaseContent,
  ModalBaseHeader,
  ModalBaseOverlay,
  ModalBaseTitle,
} from '@mantine/core'
import { closingWords } from './closing-words.ts'
import classes from './over-page.module.css'
import { useFocusReturn } from './use-focus-return.ts'

/** Where it stands: in the middle, near the upper edge, or along the left edge from top to bottom. */
type Place = 'middle' | 'top' | 'left'

const APPEARS = { middle: 'fade-down', top: 'fade-down', left: 'slide-right' } as const

/**
 * What stands over the page, keeps the focus until it closes, and gives it back.
 *
 * From the parts that Mantine's Modal and Drawer are made of: those two bring a scroll area of their own with them that
 * is not used here. No part is Mantine's body, by which the dialog would be described: a screen reader would read all
 * of it out at once.
 */
export const OverPage = ({
  title,
  place,
  onClose,
  isBusy = false,
  closesByClick = false,
  children,
}: {
  title: ReactNode
  place: Place
  onClose: () => void
  /** Whether it stays open: something is under way that must be seen to its end. */
  isBusy?: boolean
  /** Whether a click beside it closes it. */
  closesByClick?: boolean
  children: ReactNode
}) => {
  useFocusReturn()
  return (
    <ModalBase
      data-place={place}
      opened
      withinPortal
      lockScroll
      // Without a scroll bar the page behind would become wider and move.
      removeScrollProps={{ removeScrollBar: false }}
      trapFocus
      zIndex={200}
      padding={place === 'left' ? 'xs' : 'lg'}
      onClose={onClose}
      closeOnEscape={!isBusy}
      closeOnClickOutside={closesByClick}
      transitionProps={{ duration: 140, transition: APPEARS[place] }}
    >
      <ModalBaseOverlay />
      <ModalBaseContent
        className={classes.content ?? ''}
        innerProps={{ className: classes.around ?? '' }}
        radius={place === 'left' ? 0 : 6}
      >
        {/* The head of a dialog is no banner of the page, which is what its `header` element would be taken for. */}
        <ModalBaseHeader role="none">
          <ModalBaseTitle className={classes.title ?? ''}>{title}</ModalBaseTitle>
          {isBusy ? null : (
            <ModalBaseCloseButton
              aria-label={closingWords.close}
              {...(place === 'left' ? { size: 44, iconSize: 20 } : {})}
            />
          )}
        </ModalBaseHeader>
        {children}
      </ModalBaseContent>
    </ModalBase>
  )
}
