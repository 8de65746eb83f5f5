import type { ComponentProps } from 'react'
import { useHref, useLinkClickHandler } from 'react-router'

export type LinkProps = Omit<ComponentProps<'a'>, 'href'> & {
  /** An address of the console, without its base path. */
  readonly to: string
  /** Whether it takes the place of the present entry of the history. */
  readonly replace?: boolean
}

/** Browsers drop these from an address: what follows would stand where they stood, and two slashes name a host. */
const LEFT_OUT_BY_BROWSERS = /[\t\n\r]/g

/** A link to another page of the console. A table draws one in each row: react-router's own also watches for prefetching. */
export const Link = ({ to, replace = false, onClick, children, ...anchor }: LinkProps) => {
  const place = to.replaceAll(LEFT_OUT_BY_BROWSERS, '')
  const href = useHref(place)
  const follow = useLinkClickHandler(place, {
    ...(anchor.target === undefined ? {} : { target: anchor.target }),
    // Left out, it is react-router that decides: the same address again is no step.
    ...(replace ? { replace } : {}),
  })
  return (
    <a
      {...anchor}
      href={href}
      onClick={(event) => {
        onClick?.(event)
        if (!event.defaultPrevented) follow(event)
      }}
    >
      {children}
    </a>
  )
}
