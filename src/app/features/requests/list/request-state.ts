import { REQUEST_STATES, type RequestState } from '#contract/mirroring-request.ts'

const isState = (word: string): word is RequestState => REQUEST_STATES.some((state) => state === word)

/** The state that the URL's `state` asks for: pending by default and for nonsense, `null` for "all". */
export const stateOf = (params: URLSearchParams): RequestState | null => {
  const word = (params.get('state') ?? 'PENDING').toUpperCase()
  if (word === 'ALL') return null
  return isState(word) ? word : 'PENDING'
}
