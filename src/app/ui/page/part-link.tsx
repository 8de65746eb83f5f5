import type { ReactNode } from 'react'
import { goToPart } from '#app/browser/go-to-part.ts'
import classes from './text-link.module.css'

/** A link to the part of this page that has the id `to`. */
export const PartLink = ({ to, children }: { to: string; children: ReactNode }) => (
  <a
    href={`#${to}`}
    className={classes.link}
    onClick={(event) => {
      event.preventDefault()
      goToPart(to)
    }}
  >
    {children}
  </a>
)
