import { expect, it } from 'vitest'
import { forgetPerson } from '#app/browser/personal-store.ts'
import { followedMirrors, followMirror } from './followed-mirrors.ts'

const tokyo = { mirrorId: 'T', name: 'Tokyo', seenBefore: null, since: 1 }

it('a mirror is followed once, however often it is accepted, until sign-out', () => {
  followMirror(tokyo)
  followMirror({ ...tokyo, since: 2 })
  expect(followedMirrors.get()).toEqual([{ ...tokyo, since: 2 }])
  forgetPerson()
  expect(followedMirrors.get()).toEqual([])
})
