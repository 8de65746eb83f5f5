import type { ComponentType } from 'react'
import { StateMark } from '#app/ui/page/state-mark.tsx'
import classes from './repository-picker.module.css'
import type { AddressNoteFacts } from './address-note-of.ts'

/**
 * What has to be said about an address that was pasted.
 *
 * @param note `null` where nothing has to be said.
 * @param HostNote what is said of its host.
 */
export const AddressNote = ({
  note,
  HostNote,
}: {
  note: AddressNoteFacts | null
  HostNote: ComponentType<{ host: string }>
}) => {
  if (note === null) return null
  if (note.kind === 'host') return <HostNote host={note.host} />
  return (
    <p role="status" className={classes.note}>
      <StateMark tone="attention">The address leads to no repository</StateMark> Paste one to clone from or to
      browse.
    </p>
  )
}
