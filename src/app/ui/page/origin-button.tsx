import { Button, type ButtonProps } from '@mantine/core'
import type { ReactNode } from 'react'

/** A path of this origin, written with nothing that could make it the address of another. */
const OWN_PATH = /^\/(?![/\\])[\w./?=%~-]*$/

/**
 * A link in the form of a button that leaves the console for another page of the same origin. Anything but such a path
 * is no link.
 */
export const OriginButton = ({
  path,
  inNewTab = false,
  children,
  ...props
}: ButtonProps & {
  path: string
  inNewTab?: boolean
  title?: string
  'aria-label'?: string
  onClick?: () => void
  children: ReactNode
}) => (
  <Button
    {...props}
    component="a"
    href={OWN_PATH.test(path) ? path : undefined}
    {...(inNewTab && { target: '_blank', rel: 'noopener noreferrer' })}
  >
    {children}
  </Button>
)
