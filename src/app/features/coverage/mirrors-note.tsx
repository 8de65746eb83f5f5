import type { MirrorList } from '#app/domain/mirror/mirrors.ts'
import { isWhole } from '#app/api/presence.ts'
import { counted } from '#app/text/counted.ts'
import { pluralOf } from '#app/text/plural-of.ts'
import classes from './coverage.module.css'

/** Which mirrors the matrix does not have, and why. */
export const MirrorsNote = ({ list, usable }: { list: MirrorList | undefined; usable: number }) => {
  if (list === undefined) return null
  const disabled = list.rows.length - usable
  return (
    <>
      {disabled > 0 ? (
        <p className={classes.note}>
          {counted(disabled, 'mirror')} {pluralOf(disabled, 'is', 'are')} disabled or{' '}
          {pluralOf(disabled, 'has', 'have')} an unusable id and {pluralOf(disabled, 'is', 'are')} left out.
        </p>
      ) : null}
      {isWhole(list) ? null : (
        <p className={classes.note}>
          The list of mirrors could not be read as a whole. A mirror that is missing here may serve a project
          too.
        </p>
      )}
    </>
  )
}
