import { QueryClient } from '@tanstack/react-query'
import { expect, test } from 'vitest'
import { followedMirrorsQuery, followMirror, unfollowMirrors } from './followed-mirrors.ts'

const tokyo = { mirrorId: 'T', name: 'Tokyo', seenBefore: null, since: 1 }

test('a mirror is followed once, however often it is accepted', () => {
  const client = new QueryClient()
  followMirror(client, tokyo)
  followMirror(client, { ...tokyo, since: 2 })
  expect(client.getQueryData(followedMirrorsQuery.queryKey)).toEqual([{ ...tokyo, since: 2 }])
  unfollowMirrors(client)
  expect(client.getQueryData(followedMirrorsQuery.queryKey)).toEqual([])
})
