import { useStagingGuard } from '#app/domain/fleet/use-staging-guard.ts'
import { allOf, whyNot } from '#app/text/allowed.ts'
import { DecisionDialogBody, type DecisionDialogBodyProps } from './decision-dialog-body.tsx'
import { RiskCard } from '#app/features/requests/risk/risk-card.tsx'
import { useAcceptConsent } from '#app/features/requests/risk/use-accept-consent.tsx'

/** The dialog's content when the decision is to accept: the risks, and the consent that they need. */
export const AcceptDialogBody = (props: DecisionDialogBodyProps) => {
  const { shown, phase } = props
  const { mayChange } = useStagingGuard()
  const { findings, field, mayAccept } = useAcceptConsent(
    shown,
    phase.kind === 'sending' || phase.kind === 'checking',
  )
  return (
    <DecisionDialogBody
      {...props}
      risk={<RiskCard findings={findings} />}
      consent={field}
      missing={whyNot(allOf(mayChange, mayAccept))}
    />
  )
}
