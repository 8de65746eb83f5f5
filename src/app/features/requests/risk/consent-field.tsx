import '@mantine/core/styles/Input.css'
import '@mantine/core/styles/InlineInput.css'
import '@mantine/core/styles/Checkbox.css'
import { Checkbox, TextInput } from '@mantine/core'
import { Identifier } from '#app/ui/untrusted/identifier.tsx'
import type { AcceptConsent } from './accept-consent.ts'

/** Where a person agrees to accept: by a tick, or by typing the host where something warns. */
export const ConsentField = ({
  consent,
  isTicked,
  typed,
  isDisabled,
  onTick,
  onType,
}: {
  consent: AcceptConsent
  isTicked: boolean
  typed: string
  isDisabled: boolean
  onTick: (isTicked: boolean) => void
  onType: (typed: string) => void
}) => {
  switch (consent.kind) {
    case 'tick':
      return (
        <Checkbox
          label="I expected this mirror"
          checked={isTicked}
          disabled={isDisabled}
          onChange={(event) => onTick(event.currentTarget.checked)}
        />
      )
    case 'type':
      return (
        <TextInput
          label="Type the host to accept this mirror in spite of the warnings"
          description={
            <>
              The host in ASCII: <Identifier>{consent.host}</Identifier>
            </>
          }
          value={typed}
          disabled={isDisabled}
          onChange={(event) => onType(event.currentTarget.value)}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          maxLength={300}
        />
      )
    case 'wait':
    case 'refuse':
      return null
  }
}
