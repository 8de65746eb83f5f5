import { webAddressOf } from '#app/text/web-address.ts'

/** What was typed into the form of a record. */
export type RecordDraft = { readonly baseUrl: string; readonly productVersion: string }

/** What is wrong with each field; `null` for nothing. */
export type RecordFormProblem = { readonly baseUrl: string | null; readonly productVersion: string | null }

const addressProblem = (typed: string): string | null => {
  const address = typed.trim()
  if (address === '') return 'Enter an address.'
  const url = webAddressOf(address)
  if (url !== null) {
    return url.search === '' && url.hash === ''
      ? null
      : 'Leave out everything from a question mark or a number sign on.'
  }
  const parsed = URL.parse(address)
  return parsed !== null && (parsed.username !== '' || parsed.password !== '')
    ? 'Leave out the user name before the @: everyone can read the record.'
    : 'Enter an address that starts with https:// or http://.'
}

const versionProblem = (typed: string): string | null => {
  const version = typed.trim()
  if (version === '') return 'Enter a version.'
  return /^[\w.+-]{1,64}$/.test(version) ? null : 'Enter a version such as 8.16.2.'
}

/** Checks the form of a record. Bitbucket may refuse more. */
export const recordFormProblem = (draft: RecordDraft): RecordFormProblem => ({
  baseUrl: addressProblem(draft.baseUrl),
  productVersion: versionProblem(draft.productVersion),
})
