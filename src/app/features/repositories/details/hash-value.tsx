import type { Hash } from '#contract/hash.ts'
import { cutText } from '#contract/cut-text.ts'
import { plainOf } from '#app/text/hidden-characters.ts'
import { CopyButton } from '#app/ui/page/copy-button.tsx'
import { Identifier } from '#app/ui/untrusted/identifier.tsx'
import classes from './repository-page.module.css'

/**
 * A hash: its first 12 characters with the whole to copy, or why there is none.
 *
 * @param name what is copied; `null` in a long list, where a button in each row would cost more than it gives.
 */
export const HashValue = ({ hash, name }: { hash: Hash | undefined; name: string | null }) => {
  if (hash === undefined || hash.state === 'absent') return <span className={classes.dim}>not sent</span>
  if (hash.state === 'not-calculated') return <span className={classes.dim}>not calculated yet</span>
  return (
    <span className={classes.copyable}>
      <span title={plainOf(hash.value)}>
        <Identifier>{cutText(hash.value, 12)}</Identifier>
      </span>
      {name === null ? null : <CopyButton text={hash.value} what={name} />}
    </span>
  )
}
