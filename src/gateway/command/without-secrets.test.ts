import { describe, expect, it } from 'vitest'
import { sessionKey } from '#gateway/testing/session-key.ts'
import { withoutSecrets } from './without-secrets.ts'

const [one, two] = [sessionKey('one'), sessionKey('two')]

const clean = withoutSecrets({
  SESSION_KEYS: `${one}, ${two}`,
  WATCH_TOKEN: 'NjM3canary',
  WEBHOOK_SECRET: 'a-canary-of-webhooks',
  WATCH_STORE: 'postgres://console:can%21ary@db/console',
})

describe('a text without secrets', () => {
  it.each([
    [`new key ${one}`, 'new key (secret)'],
    [`old key ${two}.`, 'old key (secret).'],
    ['asked with NjM3canary', 'asked with (secret)'],
    ['signed by a-canary-of-webhooks', 'signed by (secret)'],
    ['at postgres://console:can%21ary@db', 'at postgres://console:(secret)@db'],
    ['password is can!ary', 'password is (secret)'],
    ['Authorization: Bearer canary.canary', 'Authorization: "(secret)"'],
    ['sent Basic Y2FuYXJ5OmNhbmFyeQ==', 'sent Basic (secret)'],
    ['{"cookie":"a=canary; b=canary","x":1}', '{"cookie":"(secret)","x":1}'],
    ['https://user:canary@host/path', 'https://user:(secret)@host/path'],
    ['GET /x?jwt=canary&limit=1', 'GET /x?jwt=(secret)&limit=1'],
    ['{"token":"canary"}', '{"token":"(secret)"}'],
    ['eyJhbGciOiJIUzI1NiJ9.eyJjYW5hcnkiOjF9.Y2FuYXJ5', '(secret)'],
    ['BBDC-NjQ1Y2FuYXJ5Y2FuYXJ5', '(secret)'],
  ])('has nothing of it: %s', (text, cleaned) => {
    expect(clean(text)).toBe(cleaned)
  })

  it.each(['{"route":"/rest/mirroring/latest/mirrorServers","status":200,"ms":12}', 'at 10:30:00Z, 3 of 5'])(
    'keeps everything else: %s',
    (text) => {
      expect(clean(text)).toBe(text)
    },
  )
})
