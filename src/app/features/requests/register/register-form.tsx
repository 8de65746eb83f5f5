import '@mantine/core/styles/Input.css'
import { Button, Stack, TextInput } from '@mantine/core'
import { type FormEvent, useRef, useState } from 'react'
import type { MirroringRequest } from '#contract/mirroring-request.ts'
import { mirrorTypeWords } from '#app/domain/mirror/mirror-type-word.ts'
import { registerMutation } from '#app/domain/request/request-registration.ts'
import { useConfirmedWrite } from '#app/ui/dialog/use-confirmed-write.ts'
import { Radios } from '#app/ui/form/radios.tsx'
import { useKeptDraft } from '#app/ui/form/use-kept-draft.ts'
import { WriteResult } from '#app/ui/dialog/write-result.tsx'
import { registrationWords } from './registration-words.ts'
import {
  type DraftErrors,
  type DraftField,
  EMPTY_DRAFT,
  readDraft,
  type RequestDraft,
  serverErrorsOf,
} from './request-draft.ts'

const TYPES = [...mirrorTypeWords].map(([value, label]) => ({ value, label }))

const STATES = [
  { value: '', label: 'Not sent' },
  { value: 'PENDING', label: 'Pending' },
  { value: 'ACCEPTED', label: 'Accepted' },
  { value: 'REJECTED', label: 'Rejected' },
]

/**
 * All that a request can say. Errors are shown beside their field, from the contract's schema first and from Bitbucket
 * later; what was typed always stays.
 */
export const RegisterForm = ({ onRegistered }: { onRegistered: (request: MirroringRequest) => void }) => {
  const [draft, setDraft] = useKeptDraft<RequestDraft>('register', EMPTY_DRAFT)
  const [isTried, setTried] = useState(false)
  const form = useRef<HTMLFormElement>(null)
  const [serverErrors, setServerErrors] = useState<DraftErrors>({})
  const { phase, isBusy, send, checkAgain } = useConfirmedWrite(
    registerMutation,
    (outcome) => {
      if (outcome.kind === 'done') onRegistered(outcome.answer)
      else if (outcome.kind === 'found' && outcome.truth !== null) onRegistered(outcome.truth)
    },
    ({ errors }) => setServerErrors(serverErrorsOf(errors)),
  )
  const read = readDraft(draft)
  const errors = { ...serverErrors, ...(isTried && !read.isValid ? read.errors : {}) }
  const change = (field: DraftField, text: string) => {
    setDraft((before) => ({ ...before, [field]: text }))
    // What Bitbucket said about a field is about what stood there before.
    setServerErrors(({ [field]: _old, ...rest }) => rest)
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (read.isValid) {
      setServerErrors({})
      send(read.body)
      return
    }
    setTried(true)
    const first = Object.keys(EMPTY_DRAFT).find((field) => Object.hasOwn(read.errors, field))
    form.current?.querySelector<HTMLElement>(`[name="${first ?? ''}"]`)?.focus()
  }
  const text = (field: DraftField, label: string, maxLength: number, description?: string) => (
    <TextInput
      name={field}
      label={label}
      description={description}
      value={draft[field]}
      error={errors[field]}
      readOnly={isBusy}
      maxLength={maxLength}
      autoComplete="off"
      spellCheck={false}
      onChange={(event) => change(field, event.currentTarget.value)}
    />
  )
  const choice = (field: DraftField) => ({
    name: field,
    value: draft[field],
    error: errors[field],
    isDisabled: isBusy,
    onChange: (value: string) => change(field, value),
  })
  return (
    <form ref={form} noValidate onSubmit={submit}>
      <Stack gap={16} maw={560}>
        {text('mirrorName', 'Name', 255)}
        {text('mirrorId', 'Mirror id', 128, 'The id that the mirror made for itself when it was set up.')}
        {text(
          'mirrorBaseUrl',
          'Address',
          2048,
          'Where users reach the mirror, such as https://mirror.example.com',
        )}
        <Radios {...choice('mirrorType')} label="Type" options={TYPES} />
        {text('productVersion', 'Version', 64, "The mirror's version, such as 8.16.2")}
        <details>
          <summary>Optional fields</summary>
          <Stack gap={16} pt={8}>
            {text('productType', 'Product type', 64, 'Bitbucket 8.x only.')}
            {text('addonDescriptorUri', 'Address of the add-on descriptor', 2048, 'Bitbucket 8.x only.')}
            <Radios
              {...choice('state')}
              label="State"
              description="Bitbucket decides it: a request that is new is pending, whatever was sent."
              options={STATES}
            />
          </Stack>
        </details>
        {phase.kind === 'checking' ? <p role="status">Outcome unknown, checking</p> : null}
        <WriteResult phase={phase} words={registrationWords} onCheck={checkAgain} />
        <Button type="submit" loading={isBusy} style={{ alignSelf: 'flex-start' }}>
          Register mirror
        </Button>
      </Stack>
    </form>
  )
}
