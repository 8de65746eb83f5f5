import '@mantine/core/styles/Input.css'
import { TextInput } from '@mantine/core'
import type { DraftErrors, DraftField, RequestDraft } from './request-draft.ts'

/** One text of the form, with its complaint beside it. */
export const DraftTextField = ({
  field,
  draft,
  errors,
  isDisabled,
  onChange,
  label,
  description,
  maxLength,
}: {
  field: DraftField
  draft: RequestDraft
  errors: DraftErrors
  isDisabled: boolean
  onChange: (field: DraftField, text: string) => void
  label: string
  description?: string
  maxLength: number
}) => (
  <TextInput
    name={field}
    label={label}
    description={description}
    value={draft[field]}
    error={errors[field]}
    readOnly={isDisabled}
    maxLength={maxLength}
    autoComplete="off"
    spellCheck={false}
    onChange={(event) => onChange(field, event.currentTarget.value)}
  />
)
