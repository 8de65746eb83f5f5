import { cutText } from '#contract/cut-text.ts'
import { seenText } from '#app/text/folded-text.ts'
import { addressTargetOf, type AddressTarget, type RepositoryPlace } from './repository-address.ts'

/** What a text asks for where repositories are searched. */
export type WantedRepository =
  /** Nothing: all of them. */
  | { readonly kind: 'any' }
  /** A part of a name, a slug, a project's key, or of key and slug. */
  | { readonly kind: 'named'; readonly text: string }
  /** Written as `KEY/slug`, which may also be a name with a slash. */
  | ({ readonly kind: 'named-or-at'; readonly text: string } & RepositoryPlace)
  | AddressTarget

const PLACE = /^(~?\w[\w.+-]{0,127})\s*\/\s*(\w[\w.+-]{0,127}?)$/

/** A longer text is no name, and an address has the console's own form. */
const LONGEST = 200

/** So much is read of what was pasted: the output of a job may be far longer. */
const READ = 10_000

const withoutEscapes = (text: string): string => {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** What git writes around a name: slashes and the ending `.git`. */
const bareName = (text: string): string =>
  text
    .replaceAll(/^\/+|\/+$/g, '')
    .replace(/\.git$/i, '')
    .trim()

const FIRST = ['at', 'in-project', 'nowhere'] as const

/** The address in a text that leads furthest: a line of git holds other words, and may hold more than one. */
const addressIn = (text: string): AddressTarget | null => {
  const targets = text.split(/[\s'"`<>|]+/).flatMap((word) => addressTargetOf(word) ?? [])
  return FIRST.map((kind) => targets.find((target) => target.kind === kind)).find(Boolean) ?? null
}

/**
 * Reads what was typed or pasted where repositories are searched: a name, a slug, `KEY/slug`, an address to clone from
 * or to browse, or a line of git's that has one. No user, password, token or query of an address is in the result.
 * Source of the forms: Bitbucket's own clone dialog, and `git help urls`.
 */
export const wantedRepository = (typed: string): WantedRepository => {
  const seen = seenText(typed.slice(0, READ))
  const address = addressIn(seen)
  if (address !== null) return address
  const text = bareName(withoutEscapes(seen))
  if (text === '') return { kind: 'any' }
  const [, projectKey, slug] = PLACE.exec(text) ?? []
  return projectKey === undefined || slug === undefined
    ? { kind: 'named', text: cutText(text, LONGEST) }
    : { kind: 'named-or-at', text, projectKey, slug }
}

/** A project's key as Bitbucket writes it; that of a person as it was typed. */
export const keyText = (key: string): string => (key.startsWith('~') ? key : key.toUpperCase())

/**
 * What stands in the search box and in the URL for what was typed or pasted: an address is reduced to what it leads to,
 * so that no secret stays, and everything else is left as it was.
 */
export const searchTextOf = (typed: string): string => {
  const wanted = wantedRepository(typed)
  switch (wanted.kind) {
    case 'at':
      return `${keyText(wanted.projectKey)}/${wanted.slug}`
    case 'in-project':
      return wanted.projectKey.startsWith('~')
        ? `/users/${wanted.projectKey.slice(1)}`
        : `/projects/${wanted.projectKey.toUpperCase()}`
    case 'nowhere':
      return ''
    case 'any':
    case 'named':
    case 'named-or-at':
      return /[\r\n]/.test(typed) || typed.length > LONGEST ? cutText(seenText(typed), LONGEST) : typed
  }
}
