import { cutText } from '#contract/cut-text.ts'
import type { MirroredRepository } from '#contract/mirrored-repository.ts'
import { cloneAddressCan } from '#app/domain/repository/clone-address-can.ts'
import { CopyButton } from '#app/ui/page/copy-button.tsx'
import { plainOf } from '#app/text/hidden-characters.ts'
import { Identifier } from '#app/ui/untrusted/identifier.tsx'
import classes from './availability.module.css'

/** Each address with its protocol and a way to copy it, or why it is not offered for copying. */
const Addresses = ({
  links,
  purpose,
  name,
}: {
  links: MirroredRepository['cloneUrls']
  purpose: 'clone' | 'push'
  name: string
}) => (
  <ul className={classes.addresses}>
    {links.map(({ name: linkName, href }, index) => {
      const protocol = plainOf(cutText(linkName, 16))
      const copying = cloneAddressCan.copy(href)
      return (
        // A mirror may send the same address twice.
        <li key={`${String(index)} ${href}`} className={classes.address}>
          <span className={classes.protocol}>{protocol}</span>
          <span>
            <Identifier>{href}</Identifier>
            {copying.isAllowed ? null : (
              <span className={classes.refusal}>Not offered for copying: {copying.why}.</span>
            )}
          </span>
          {copying.isAllowed ? (
            <CopyButton text={href} what={`${protocol} ${purpose} address of ${name}`} />
          ) : null}
        </li>
      )
    })}
  </ul>
)

/**
 * The addresses that a mirror offers. Pushes go to the primary, so their addresses are folded away.
 *
 * @param name the mirror's, as plain text.
 */
export const CloneAddresses = ({
  answer: { cloneUrls, pushUrls },
  name,
}: {
  answer: Pick<MirroredRepository, 'cloneUrls' | 'pushUrls'>
  name: string
}) => (
  <>
    {cloneUrls.length > 0 ? <Addresses links={cloneUrls} purpose="clone" name={name} /> : null}
    {pushUrls.length > 0 ? (
      <details className={classes.push}>
        <summary>Push addresses</summary>
        <Addresses links={pushUrls} purpose="push" name={name} />
      </details>
    ) : null}
  </>
)
