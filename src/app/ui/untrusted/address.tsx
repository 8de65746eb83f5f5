import classes from './address.module.css'
import { asciiHostOf } from '#app/text/ascii-host.ts'
import { Identifier } from './identifier.tsx'
import { SafeLink } from './safe-link.tsx'

/** An address from upstream, and the host it really leads to where that is not what one reads. */
export const Address = ({ address }: { address: string | null }) => {
  if (address === null) return 'not given'
  const host = asciiHostOf(address)
  return (
    <span className={classes.address}>
      <SafeLink address={address} />
      {host === null ? null : (
        <span className={classes.host}>
          real host: <Identifier>{host}</Identifier>
        </span>
      )}
    </span>
  )
}
