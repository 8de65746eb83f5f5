import { formText } from '#app/text/form-text.ts'
import type { CredentialQuestion } from './credential-check.ts'

/** The kinds of credentials that a mirror may ask about. */
export const KINDS = [
  { id: 'password', word: 'Name and password' },
  { id: 'token', word: 'Token' },
  { id: 'key', word: 'SSH key' },
] as const

/** One kind of credentials. */
export type CredentialKind = (typeof KINDS)[number]['id']

/** What the form holds, or what must be put right before anything is sent. */
export type FormReading =
  | { readonly kind: 'question'; readonly question: CredentialQuestion }
  | { readonly kind: 'wrong'; readonly field: 'publicKey' | 'repositoryId'; readonly why: string }

const PRIVATE_KEY = /PRIVATE KEY|PuTTY-User-Key-File/i
const PUBLIC_KEY = /^([A-Za-z0-9@.-]{3,64}) ([A-Za-z0-9+/]+={0,3})(?: [^\r\n]*)?$/

const wrong = (field: 'publicKey' | 'repositoryId', why: string): FormReading => ({
  kind: 'wrong',
  field,
  why,
})

const keyOf = (text: string): FormReading | CredentialQuestion['credentials'] => {
  if (PRIVATE_KEY.test(text)) {
    return wrong(
      'publicKey',
      'This is a private key. It was not sent and has been removed. Use the file that ends in .pub.',
    )
  }
  const match = PUBLIC_KEY.exec(text)
  return match === null
    ? wrong(
        'publicKey',
        'This is not one line of a public key, such as "ssh-ed25519 AAAA… name". It was not sent.',
      )
    : { publicKey: text, ...(match[1] === undefined ? {} : { algorithm: match[1] }) }
}

const credentialsOf = (kind: CredentialKind, form: FormData) => {
  switch (kind) {
    case 'password':
      return { username: formText(form, 'username'), password: formText(form, 'password') }
    case 'token':
      return { token: formText(form, 'token') }
    case 'key':
      return keyOf(formText(form, 'publicKey').trim())
  }
}

/** Reads the form. A private key is refused here, before anything is sent. */
export const questionOf = (kind: CredentialKind, form: FormData): FormReading => {
  const credentials = credentialsOf(kind, form)
  if ('kind' in credentials) return credentials
  const id = formText(form, 'repositoryId').trim()
  const repositoryId = Number(id)
  if (id !== '' && (!/^\d{1,16}$/.test(id) || !Number.isSafeInteger(repositoryId))) {
    return wrong('repositoryId', 'A repository id is a number, such as 42.')
  }
  return {
    kind: 'question',
    question: {
      credentials,
      ...(id === '' ? {} : { repositoryId }),
      ...(form.get('requiredPermissionsOnly') === null ? {} : { requiredPermissionsOnly: true }),
    },
  }
}
