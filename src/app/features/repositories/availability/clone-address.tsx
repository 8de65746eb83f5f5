import { cloneAddressCan } from '#app/domain/repository/clone-address-can.ts'
import { CopyButton } from '#app/ui/page/copy-button.tsx'
import { plainOf } from '#app/text/hidden-characters.ts'
import { Identifier } from '#app/ui/untrusted/identifier.tsx'
import classes from './availability.module.css'

/** One address with its protocol and a way to copy it, or why it is not offered for copying. */
export const CloneAddress = ({
  link,
  purpose,
  name,
}: {
  link: { readonly name: string; readonly href: string }
  purpose: 'clone' | 'push'
  /** The mirror's name as plain text. */
  name: string
}) => {
  const protocol = plainOf(link.name.slice(0, 16))
  const copying = cloneAddressCan.copy(link.href)
  return (
    <li className={classes.address}>
      <span className={classes.protocol}>{protocol}</span>
      <span>
        <Identifier>{link.href}</Identifier>
        {copying.isAllowed ? null : (
          <span className={classes.refusal}>Not offered for copying: {copying.why}.</span>
        )}
      </span>
      {copying.isAllowed ? (
        <CopyButton text={link.href} what={`${protocol} ${purpose} address of ${name}`} />
      ) : null}
    </li>
  )
}
