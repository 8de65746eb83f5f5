import * as v from 'valibot'
import { mirroringRequestBody } from '#contract/mirroring-request.ts'

/** What the contract lets a request say. */
export type RequestBody = v.InferOutput<typeof mirroringRequestBody>

/** A field of the form, named as on the wire. */
export type DraftField = keyof RequestBody

/** What was typed, field by field. */
export type RequestDraft = Readonly<Record<DraftField, string>>

/** An empty form. */
export const EMPTY_DRAFT: RequestDraft = {
  mirrorName: '',
  mirrorId: '',
  mirrorBaseUrl: '',
  mirrorType: 'SINGLE',
  productVersion: '',
  productType: '',
  addonDescriptorUri: '',
  state: '',
}

/** Fields that may be left out: an empty one is not sent. */
const OPTIONAL: ReadonlySet<string> = new Set<DraftField>(['productType', 'addonDescriptorUri', 'state'])

/** What is wrong with a draft, by field. */
export type DraftErrors = Readonly<Partial<Record<DraftField, string>>>

const isField = (key: unknown): key is DraftField =>
  typeof key === 'string' && Object.hasOwn(EMPTY_DRAFT, key)

/** Checks a draft by the contract's own schema: the body to send, or the first complaint about each field. */
export const readDraft = (
  draft: RequestDraft,
):
  | { readonly isValid: true; readonly body: RequestBody }
  | { readonly isValid: false; readonly errors: DraftErrors } => {
  const sent = Object.fromEntries(
    Object.entries(draft).filter(([field, text]) => !(OPTIONAL.has(field) && text.trim() === '')),
  )
  const read = v.safeParse(mirroringRequestBody, sent)
  if (read.success) return { isValid: true, body: read.output }
  const errors: Partial<Record<DraftField, string>> = {}
  for (const issue of read.issues) {
    const field = issue.path?.[0]?.key
    if (isField(field)) errors[field] ??= issue.message
  }
  return { isValid: false, errors }
}

/**
 * Which of Bitbucket's complaints belong to a field. Its error body may name the field in `context`; what names none
 * is said above the form.
 */
export const serverErrorsOf = (
  errors: readonly { readonly context: string | null; readonly message: string | null }[],
): DraftErrors =>
  Object.fromEntries(
    errors.flatMap(({ context, message }) =>
      isField(context) && message !== null ? [[context, message]] : [],
    ),
  )
