import type { MirroredRepository } from '#contract/mirrored-repository.ts'
import { CloneAddress } from './clone-address.tsx'
import classes from './availability.module.css'

/** The addresses that a mirror offers. Pushes go to the primary, so their addresses are folded away. */
export const CloneAddresses = ({
  answer: { cloneUrls, pushUrls },
  name,
}: {
  answer: Pick<MirroredRepository, 'cloneUrls' | 'pushUrls'>
  name: string
}) => (
  <>
    {cloneUrls.length > 0 ? (
      <ul className={classes.addresses}>
        {cloneUrls.map((link, index) => (
          // A mirror may send the same address twice.
          <CloneAddress key={`${String(index)} ${link.href}`} link={link} purpose="clone" name={name} />
        ))}
      </ul>
    ) : null}
    {pushUrls.length > 0 ? (
      <details className={classes.push}>
        <summary>Push addresses</summary>
        <ul className={classes.addresses}>
          {pushUrls.map((link, index) => (
            <CloneAddress key={`${String(index)} ${link.href}`} link={link} purpose="push" name={name} />
          ))}
        </ul>
      </details>
    ) : null}
  </>
)
