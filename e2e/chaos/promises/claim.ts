import type { Deed, Fact } from './fact.ts'

/** A sentence of the screen, and the account whose name stood there. */
export type Said = { readonly text: string; readonly user: string | null }

type Claim = { readonly deed: Deed; readonly name: string | null; readonly count: number }

const DEEDS: Readonly<Record<string, Deed>> = {
  accepted: 'accepted',
  rejected: 'rejected',
  removed: 'removed',
  deleted: 'deleted',
  registered: 'registered',
}

/** What a sentence says was done; `null` when it says nothing of the kind. */
const claimOf = (text: string): Claim | null => {
  const many = /^([\d,]+) (?:mirror|request)s? (?:was|were) (accepted|rejected|deleted)/.exec(text)
  if (many !== null) {
    const count = Number(many[1]?.replaceAll(',', ''))
    const deed = DEEDS[many[2] ?? '']
    return deed === undefined || count === 0 ? null : { deed, name: null, count }
  }
  const one =
    /^The request of (?<name>.+) was (?<deed>deleted|registered)$/.exec(text) ??
    /^(?<name>.+) was (?<deed>accepted|rejected|removed)$/.exec(text) ??
    /^(?:Accept|Reject|Delete request of) (?<name>.+)\? This request is (?<deed>accepted|rejected|deleted) now/.exec(
      text,
    )
  const deed = DEEDS[one?.groups?.['deed'] ?? '']
  if (deed !== undefined) return { deed, name: one?.groups?.['name'] ?? null, count: 1 }
  const [, preferred] = /^(.+) is now your preferred mirror$/.exec(text) ?? []
  if (preferred !== undefined) return { deed: 'preferred', name: preferred, count: 1 }
  const [, corrected] = /^The record of (.+) is corrected$/.exec(text) ?? []
  if (corrected !== undefined) return { deed: 'corrected', name: corrected, count: 1 }
  return text === 'You have no preferred mirror' ? { deed: 'cleared', name: null, count: 1 } : null
}

/** Of these, only the account itself can have done it. */
const isPersonal = (deed: Deed): boolean => deed === 'preferred' || deed === 'cleared'

/** Sentences of the screen that say something was done, and that Bitbucket never did. */
export const unfoundedClaims = (said: readonly Said[], facts: readonly Fact[]): string[] =>
  said.flatMap(({ text, user }) => {
    const claim = claimOf(text)
    if (claim === null) return []
    const such = facts.filter(
      ({ deed, name, user: by }) =>
        deed === claim.deed &&
        (claim.name === null || name === claim.name) &&
        (!isPersonal(deed) || by === user),
    )
    return such.length >= claim.count
      ? []
      : [`The screen of ${user ?? 'no one'} said “${text}”, and Bitbucket did not do that`]
  })
