import { expect, it } from 'vitest'
import { allOf, allowed, refused, whyNot } from './allowed.ts'

it.each([
  ['nothing to ask', [], null],
  ['every answer is yes', [allowed, allowed], null],
  ['one is no', [allowed, refused('locked')], 'locked'],
  ['several are no: the first says why', [refused('locked'), refused('not ticked')], 'locked'],
] as const)('%s', (_what, answers, why) => expect(whyNot(allOf(...answers))).toBe(why))
