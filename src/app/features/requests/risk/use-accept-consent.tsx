import { seenText } from '#app/text/folded-text.ts'
import '@mantine/core/styles/Input.css'
import '@mantine/core/styles/InlineInput.css'
import '@mantine/core/styles/Checkbox.css'
import { Checkbox, TextInput } from '@mantine/core'
import { type ReactNode, useMemo, useState } from 'react'
import type { MirroringRequest } from '#contract/mirroring-request.ts'
import { type Allowed, allowed, refused } from '#app/text/allowed.ts'
import { Identifier } from '#app/ui/untrusted/identifier.tsx'
import { type AcceptConsent, acceptConsentOf } from './accept-consent.ts'
import { requestRiskOf } from './request-risk.ts'
import type { RiskFinding } from './risk-finding.ts'
import { useRiskFacts } from './use-risk-facts.ts'

type Given = { readonly request: MirroringRequest; readonly isTicked: boolean; readonly typed: string }

const missingWords: Record<AcceptConsent['kind'], string> = {
  wait: 'Reading what is known about this mirror.',
  tick: 'Tick the box above to accept.',
  type: 'Type the host above to accept.',
  refuse: 'It cannot be accepted here. It has warnings and no host name to confirm. Reject or delete it.',
}

const isGiven = (consent: AcceptConsent, { isTicked, typed }: Given): boolean => {
  if (consent.kind === 'tick') return isTicked
  return consent.kind === 'type' && seenText(typed).toLowerCase() === consent.host
}

/**
 * The findings about a request, and the consent that accepting it needs: a tick, or the host typed where there are
 * warnings. A consent is about one set of facts: when the request changes it is gone, and when a new warning appears the
 * tick is not enough any more.
 */
export const useAcceptConsent = (
  request: MirroringRequest,
  isDisabled: boolean,
): {
  readonly findings: readonly RiskFinding[]
  readonly field: ReactNode
  /** Whether the consent was given. */
  readonly mayAccept: Allowed
} => {
  const facts = useRiskFacts()
  const [given, setGiven] = useState<Given>({ request, isTicked: false, typed: '' })
  const findings = useMemo(() => requestRiskOf(request, facts), [request, facts])
  const consent = acceptConsentOf(request, findings, facts)
  const current = given.request === request ? given : { request, isTicked: false, typed: '' }
  const fieldOf = (): ReactNode => {
    switch (consent.kind) {
      case 'tick':
        return (
          <Checkbox
            label="I expected this mirror"
            checked={current.isTicked}
            disabled={isDisabled}
            onChange={(event) => setGiven({ ...current, isTicked: event.currentTarget.checked })}
          />
        )
      case 'type':
        return (
          <TextInput
            label="Type the host to accept this mirror despite the warnings"
            description={
              <>
                The host in ASCII: <Identifier>{consent.host}</Identifier>
              </>
            }
            value={current.typed}
            disabled={isDisabled}
            onChange={(event) => setGiven({ ...current, typed: event.currentTarget.value })}
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
  return {
    findings,
    field: fieldOf(),
    mayAccept: isGiven(consent, current) ? allowed : refused(missingWords[consent.kind]),
  }
}
