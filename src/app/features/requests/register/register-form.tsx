import '@mantine/core/styles/InlineInput.css'
import '@mantine/core/styles/Radio.css'
import { Button, Radio, Stack } from '@mantine/core'
import { type FormEvent, useRef, useState } from 'react'
import type { MirroringRequest } from '#contract/mirroring-request.ts'
import { DraftTextField } from './draft-text-field.tsx'
import { mirrorTypeWords } from '#app/domain/mirror/mirror-type-word.ts'
import { registerMutation } from '#app/domain/request/request-registration.ts'
import { useConfirmedWrite } from '#app/ui/dialog/use-confirmed-write.ts'
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

/**
 * All that a request can say. Complaints stand beside their field, from the contract's schema first and from Bitbucket
 * later; what was typed stays whatever happens.
 */
export const RegisterForm = ({ onRegistered }: { onRegistered: (request: MirroringRequest) => void }) => {
  const [draft, setDraft] = useState<RequestDraft>(EMPTY_DRAFT)
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
  const common = { draft, errors, isDisabled: isBusy, onChange: change }
  return (
    <form ref={form} noValidate onSubmit={submit}>
      <Stack gap={16} maw={560}>
        <DraftTextField {...common} field="mirrorName" label="Name" maxLength={255} />
        <DraftTextField
          {...common}
          field="mirrorId"
          label="Mirror id"
          description="The id that the mirror made for itself when it was set up."
          maxLength={128}
        />
        <DraftTextField
          {...common}
          field="mirrorBaseUrl"
          label="Address"
          description="Where users reach the mirror, such as https://mirror.example.com"
          maxLength={2048}
        />
        <Radio.Group
          label="Type"
          value={draft.mirrorType}
          onChange={(value) => change('mirrorType', value)}
          error={errors.mirrorType}
        >
          <Stack gap={8} pt={4}>
            {[...mirrorTypeWords].map(([type, word]) => (
              <Radio key={type} value={type} name="mirrorType" label={word} disabled={isBusy} />
            ))}
          </Stack>
        </Radio.Group>
        <DraftTextField
          {...common}
          field="productVersion"
          label="Version"
          description="The mirror's version, such as 8.16.2"
          maxLength={64}
        />
        <details>
          <summary>Fields that can be left out</summary>
          <Stack gap={16} pt={8}>
            <DraftTextField
              {...common}
              field="productType"
              label="Product type"
              description="Bitbucket 8.x only."
              maxLength={64}
            />
            <DraftTextField
              {...common}
              field="addonDescriptorUri"
              label="Address of the add-on descriptor"
              description="Bitbucket 8.x only."
              maxLength={2048}
            />
            <Radio.Group
              label="State"
              description="Bitbucket decides it: a request that is new is pending, whatever was sent."
              value={draft.state}
              onChange={(value) => change('state', value)}
              error={errors.state}
            >
              <Stack gap={8} pt={4}>
                <Radio value="" name="state" label="Not sent" disabled={isBusy} />
                <Radio value="PENDING" name="state" label="Pending" disabled={isBusy} />
                <Radio value="ACCEPTED" name="state" label="Accepted" disabled={isBusy} />
                <Radio value="REJECTED" name="state" label="Rejected" disabled={isBusy} />
              </Stack>
            </Radio.Group>
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
