import '@mantine/core/styles/Input.css'
import '@mantine/core/styles/InlineInput.css'
import '@mantine/core/styles/Checkbox.css'
import { Checkbox, TextInput } from '@mantine/core'
import type { Decision } from '#app/domain/request/request-decision.ts'
import type { BulkConsent } from './bulk-consent.ts'
import { mustType } from './bulk-limits.ts'
import { bulkFuture, bulkNumberLabel } from './bulk-words.ts'

/** What must be ticked or typed before many requests are decided: nothing for a few that are not accepted. */
export const BulkConsentFields = ({
  decision,
  count,
  given,
  onChange,
}: {
  decision: Decision
  /** How many will be decided. */
  count: number
  given: BulkConsent
  onChange: (given: BulkConsent) => void
}) => {
  const needsTick = decision === 'accept'
  return (
    <>
      {needsTick ? (
        <Checkbox
          data-autofocus
          label="I expected these mirrors"
          checked={given.isExpected}
          onChange={(event) => onChange({ ...given, isExpected: event.currentTarget.checked })}
        />
      ) : null}
      {mustType(count, decision) ? (
        <TextInput
          data-autofocus={needsTick ? undefined : true}
          label={bulkNumberLabel(decision)}
          description={bulkFuture(count, decision)}
          value={given.typed}
          onChange={(event) => onChange({ ...given, typed: event.currentTarget.value })}
          autoComplete="off"
          inputMode="numeric"
          maxLength={20}
        />
      ) : null}
    </>
  )
}
