import type { Sentinel } from '#upstream/sentinels.ts'

/** Failures of Bitbucket that its own sentinels make, whatever was asked. */
const NAMED = [
  'answers-500',
  'answers-503',
  'answers-429',
  'answers-html',
  'login-redirect',
  'no-licence',
  'broken-body',
  'wrong-shape',
  'never-answers',
] as const satisfies readonly Sentinel[]

/** Failures of the way to it: connections refused, answers after 3 s, answers to writes lost, writes kept from it. */
const OF_THE_WAY = ['refuses', 'is-slow', 'loses-answers', 'stops-writes'] as const

/** What can be wrong between the console and Bitbucket. */
export const WIRE_FAULTS = [...NAMED, ...OF_THE_WAY]

/** The name of one of them. */
export type WireFault = (typeof WIRE_FAULTS)[number]

/** What becomes of one request: it is not answered, asked of a sentinel instead, or passed on. */
export type Fate =
  | { readonly kind: 'refused' }
  | { readonly kind: 'sentinel'; readonly name: Sentinel }
  | { readonly kind: 'passed'; readonly delayMs: number; readonly isAnswerLost: boolean }

/** What a fault makes of a request; without a fault it is passed on. */
export const fateOf = (fault: WireFault | null, isWrite: boolean): Fate => {
  const passed = { kind: 'passed', delayMs: 0, isAnswerLost: false } as const
  if (fault === null) return passed
  switch (fault) {
    case 'refuses':
      return { kind: 'refused' }
    case 'is-slow':
      return { ...passed, delayMs: 3000 }
    case 'loses-answers':
      return { ...passed, isAnswerLost: isWrite }
    case 'stops-writes':
      return isWrite ? { kind: 'sentinel', name: 'answers-500' } : passed
    case 'answers-500':
    case 'answers-503':
    case 'answers-429':
    case 'answers-html':
    case 'login-redirect':
    case 'no-licence':
    case 'broken-body':
    case 'wrong-shape':
    case 'never-answers':
      return { kind: 'sentinel', name: fault }
  }
}
