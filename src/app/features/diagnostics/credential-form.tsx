import '@mantine/core/styles/Input.css'
import '@mantine/core/styles/FloatingIndicator.css'
import '@mantine/core/styles/SegmentedControl.css'
import '@mantine/core/styles/InlineInput.css'
import '@mantine/core/styles/Checkbox.css'
import { Button, Checkbox, SegmentedControl, Stack, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { checkCredentialsMutation } from './credential-check.ts'
import { ProblemPanel } from '#app/ui/page/problem-panel.tsx'
import { CredentialAnswer } from './credential-answer.tsx'
import { CredentialFields } from './credential-fields.tsx'
import { credentialProblem } from './credential-problem.ts'
import { type CredentialKind, type FormReading, KINDS, questionOf } from './credential-question.ts'

const SECRET_FIELDS = ['password', 'token', 'publicKey'] as const

const clearSecrets = (form: HTMLFormElement) => {
  for (const name of SECRET_FIELDS) {
    const field = form.elements.namedItem(name)
    if (field instanceof HTMLInputElement) field.value = ''
  }
}

/** Asks Bitbucket about credentials. They leave the form when they are sent, or when they are refused. */
export const CredentialForm = ({ hasRequiredOnly }: { hasRequiredOnly: boolean }) => {
  const [kind, setKind] = useState<CredentialKind>('password')
  const [wrong, setWrong] = useState<Extract<FormReading, { kind: 'wrong' }> | null>(null)
  const check = useMutation(checkCredentialsMutation)
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (check.isPending) return
    const form = event.currentTarget
    const reading = questionOf(kind, new FormData(form))
    if (reading.kind === 'wrong') {
      check.reset()
      setWrong(reading)
      if (reading.field === 'publicKey') clearSecrets(form)
      return
    }
    setWrong(null)
    let question: typeof reading.question | null = reading.question
    check.mutate(() => {
      const taken = question
      if (taken === null) throw new Error('Credentials are sent once.')
      question = null
      return taken
    })
    clearSecrets(form)
  }
  const errorOf = (field: 'publicKey' | 'repositoryId') => (wrong?.field === field ? wrong.why : null)
  return (
    <Stack gap={24} maw={560}>
      <form onSubmit={submit} autoComplete="off">
        <Stack gap={16}>
          <SegmentedControl
            fullWidth
            aria-label="Kind of credentials"
            value={kind}
            onChange={(value) => {
              setKind(KINDS.find(({ id }) => id === value)?.id ?? 'password')
              setWrong(null)
              check.reset()
            }}
            data={KINDS.map(({ id, word }) => ({ value: id, label: word }))}
          />
          <CredentialFields key={kind} kind={kind} keyError={errorOf('publicKey')} />
          <TextInput
            name="repositoryId"
            label="Repository id (optional)"
            description="To learn what these credentials may do there. It is in the address of the repository's page."
            inputMode="numeric"
            maxLength={20}
            autoComplete="off"
            error={errorOf('repositoryId')}
          />
          {hasRequiredOnly ? (
            <Checkbox name="requiredPermissionsOnly" label="Required permissions only" />
          ) : null}
          <Button type="submit" loading={check.isPending} style={{ alignSelf: 'flex-start' }}>
            Check credentials
          </Button>
        </Stack>
      </form>
      {check.isError ? <ProblemPanel error={check.error} words={credentialProblem} /> : null}
      {check.isSuccess ? <CredentialAnswer answer={check.data} /> : null}
    </Stack>
  )
}
