import { wantedRepository } from './wanted-repository.ts'

/** What is worth a sentence about an address: that it leads to no repository, or on which host it is. */
export type AddressNoteFacts = { readonly kind: 'nowhere' } | { readonly kind: 'host'; readonly host: string }

/** What is to be said about what was typed or pasted; `null` where nothing is. */
export const addressNoteOf = (typed: string): AddressNoteFacts | null => {
  const wanted = wantedRepository(typed)
  if (wanted.kind === 'nowhere') return { kind: 'nowhere' }
  return 'host' in wanted && wanted.host !== null ? { kind: 'host', host: wanted.host } : null
}
