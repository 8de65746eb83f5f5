import type { MirroringRequest } from '#contract/mirroring-request.ts'
import { mirrorTypeWord } from '#app/domain/mirror/mirror-type-word.ts'
import { Address } from '#app/ui/untrusted/address.tsx'
import { Facts } from '#app/ui/page/facts.tsx'
import { ForeignText } from '#app/ui/untrusted/foreign-text.tsx'
import { Identifier } from '#app/ui/untrusted/identifier.tsx'
import { RequestStateMark } from '#app/features/requests/list/request-state-mark.tsx'

const text = (value: string | null) =>
  value === null || value === '' ? 'not given' : <ForeignText>{value}</ForeignText>

const identifier = (value: string | null) => (value === null ? 'not given' : <Identifier>{value}</Identifier>)

/** Everything a request says about its mirror; every value was chosen by the sender. */
export const RequestFacts = ({
  request,
  withState = false,
}: {
  request: MirroringRequest
  withState?: boolean
}) => (
  <Facts
    facts={[
      ...(withState ? [{ name: 'State', value: <RequestStateMark state={request.state} /> }] : []),
      { name: 'Name', value: text(request.mirrorName) },
      { name: 'Address', value: <Address address={request.mirrorBaseUrl} /> },
      { name: 'Mirror id', value: identifier(request.mirrorId) },
      { name: 'Type', value: text(mirrorTypeWord(request.mirrorType)) },
      { name: 'Version', value: text(request.productVersion) },
      // Both are gone in 9.x, where they would only say "not given".
      ...(request.productType === null ? [] : [{ name: 'Product type', value: text(request.productType) }]),
      ...(request.addonDescriptorUri === null
        ? []
        : [{ name: 'Add-on descriptor', value: <Address address={request.addonDescriptorUri} /> }]),
      { name: 'Request id', value: identifier(request.id) },
    ]}
  />
)
