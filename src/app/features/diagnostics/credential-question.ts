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

const textOf = (form: FormData, name: string): string => {
  const value = form.get(name)
  return typeof value === 'string' ? value : ''
}

const keyOf = (
  text: string,
): FormReading | { readonly kind: 'read'; readonly credentials: CredentialQuestion['credentials'] } => {
  if (PRIVATE_KEY.test(text)) {
    return {
      kind: 'wrong',
      field: 'publicKey',
      why: 'This is a private key. It was not sent and has been removed. Use the file that ends in .pub.',
    }
  }
  const match = PUBLIC_KEY.exec(text)
  return match === null
    ? {
        kind: 'wrong',
        field: 'publicKey',
        why: 'This is not one line of a public key, such as "ssh-ed25519 AAAA… name". It was not sent.',
      }
    : {
        kind: 'read',
        credentials: { publicKey: text, ...(match[1] === undefined ? {} : { algorithm: match[1] }) },
      }
}

const credentialsOf = (kind: CredentialKind, form: FormData) => {
  switch (kind) {
    case 'password':
      return {
        kind: 'read' as const,
        credentials: { username: textOf(form, 'username'), password: textOf(form, 'password') },
      }
    case 'token':
      return { kind: 'read' as const, credentials: { token: textOf(form, 'token') } }
    case 'key':
      return keyOf(textOf(form, 'publicKey').trim())
  }
}

/** Reads the form. A private key is refused here, before anything is sent. */
export const questionOf = (kind: CredentialKind, form: FormData): FormReading => {
  const read = credentialsOf(kind, form)
  if (read.kind !== 'read') return read
  const id = textOf(form, 'repositoryId').trim()
  const repositoryId = Number(id)
  if (id !== '' && (!/^\d{1,16}$/.test(id) || !Number.isSafeInteger(repositoryId))) {
    return { kind: 'wrong', field: 'repositoryId', why: 'A repository id is a number, such as 42.' }
  }
  return {
    kind: 'question',
    question: {
      credentials: read.credentials,
      ...(id === '' ? {} : { repositoryId }),
      ...(form.get('requiredPermissionsOnly') === null ? {} : { requiredPermissionsOnly: true }),
    },
  }
}
