import { Anchor } from '@mantine/core'
import { ForeignText } from './foreign-text.tsx'
import { webAddressOf } from './web-address.ts'

/** An address from upstream: a link where it is plain http(s), text everywhere else. */
export const SafeLink = ({ address }: { address: string }) => {
  const url = webAddressOf(address)
  if (url === null) return <ForeignText isAddress>{address}</ForeignText>
  return (
    <Anchor href={url.href} title={url.href} target="_blank" rel="noopener noreferrer" inherit>
      <ForeignText inline isAddress>
        {address}
      </ForeignText>
    </Anchor>
  )
}
