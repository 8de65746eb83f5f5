import { ForeignText } from './foreign-text.tsx'
import classes from '#app/ui/page/text-link.module.css'
import { webAddressOf } from '#app/text/web-address.ts'

/** An address from upstream: a link where it is plain http(s), text everywhere else. */
export const SafeLink = ({ address }: { address: string }) => {
  const url = webAddressOf(address)
  if (url === null) return <ForeignText isAddress>{address}</ForeignText>
  return (
    <a className={classes.link} href={url.href} title={url.href} target="_blank" rel="noopener noreferrer">
      <ForeignText inline isAddress>
        {address}
      </ForeignText>
    </a>
  )
}
