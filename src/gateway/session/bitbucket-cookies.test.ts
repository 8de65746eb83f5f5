import { describe, expect, it } from 'vitest'
import { bitbucketCookieHeader, keptCookies, readBitbucketCookies } from './bitbucket-cookies.ts'

const place = { hostname: 'bitbucket.example.com', contextPath: '', isSecure: true }

const kept = (line: string, more: Partial<typeof place> = {}) =>
  keptCookies([line], { ...place, ...more }).map((cookie) => cookie.line)

describe('of a Cookie header', () => {
  it.each([
    [
      'both of Bitbucket',
      'BITBUCKETSESSIONID=A1; _atl_bitbucket_remember_me=bQ==',
      'BITBUCKETSESSIONID=A1; _atl_bitbucket_remember_me=bQ==',
    ],
    ['the session alone', 'BITBUCKETSESSIONID=A1', 'BITBUCKETSESSIONID=A1'],
    ['a value in quotes', 'BITBUCKETSESSIONID="A1"', 'BITBUCKETSESSIONID="A1"'],
    [
      'both between those of other apps',
      'a=1; BITBUCKETSESSIONID=A1;JSESSIONID=x; crowd.token_key=y',
      'BITBUCKETSESSIONID=A1',
    ],
    ['the same one twice', 'BITBUCKETSESSIONID=A1; BITBUCKETSESSIONID=A1', 'BITBUCKETSESSIONID=A1'],
    ['none', '', ''],
    ['none without any', null, ''],
    ['not one with a prefix', '__Host-BITBUCKETSESSIONID=A1; __Secure-BITBUCKETSESSIONID=A1', ''],
    ['not one that begins the same', 'BITBUCKETSESSIONID2=A1; BITBUCKETSESSIONID.x=A1', ''],
    ['not one that ends the same', 'xBITBUCKETSESSIONID=A1; x_atl_bitbucket_remember_me=b', ''],
    ['not one in other letters', 'bitbucketsessionid=A1; _ATL_BITBUCKET_REMEMBER_ME=b', ''],
    ['not one inside of another value', 'a=BITBUCKETSESSIONID=A1', ''],
    ['not one without a value', 'BITBUCKETSESSIONID; BITBUCKETSESSIONID', ''],
    ['not one that is empty', 'BITBUCKETSESSIONID=', ''],
    ['not one with a comma, which some servers split at', 'BITBUCKETSESSIONID=A1,b=c', ''],
    ['not one with half a quote', 'BITBUCKETSESSIONID=A1"', ''],
    ['not one with a blank', 'BITBUCKETSESSIONID=A 1', ''],
    ['not one with a control character', 'BITBUCKETSESSIONID=A\u0001', ''],
    ['not one with a letter beyond ASCII', 'BITBUCKETSESSIONID=Ä', ''],
    ['not one beyond all cookies', `BITBUCKETSESSIONID=${'A'.repeat(4097)}`, ''],
  ])('passes %s', (_what, header, passed) => {
    expect(bitbucketCookieHeader(readBitbucketCookies(header))).toBe(passed)
  })

  it.each([
    'BITBUCKETSESSIONID=A1; BITBUCKETSESSIONID=B2',
    'BITBUCKETSESSIONID=A1; BITBUCKETSESSIONID=',
    '_atl_bitbucket_remember_me=a; x=y; _atl_bitbucket_remember_me=b',
  ])('two values of one name are refused: %s', (header) => {
    expect(() => readBitbucketCookies(header)).toThrow(
      expect.objectContaining({
        kind: 'bad-request',
        message: expect.stringMatching(/^The browser sent two different cookies named \w+\. Delete/),
      }),
    )
  })
})

describe('of the Set-Cookie lines of Bitbucket', () => {
  it.each([
    ['BITBUCKETSESSIONID=A1; Path=/', 'BITBUCKETSESSIONID=A1; Path=/; HttpOnly; Secure'],
    [
      '_atl_bitbucket_remember_me=b; Path=/; Max-Age=2592000; Expires=Sun, 27 Dec 2026 10:00:00 GMT; Secure; HttpOnly',
      '_atl_bitbucket_remember_me=b; Path=/; Max-Age=2592000; Expires=Sun, 27 Dec 2026 10:00:00 GMT; HttpOnly; Secure',
    ],
    ['BITBUCKETSESSIONID=; path=/; max-age=0', 'BITBUCKETSESSIONID=; Path=/; Max-Age=0; HttpOnly; Secure'],
    [
      'BITBUCKETSESSIONID=A1; Path=/; SameSite=Lax',
      'BITBUCKETSESSIONID=A1; Path=/; HttpOnly; Secure; SameSite=Lax',
    ],
    [
      'BITBUCKETSESSIONID=A1; Path=/; Domain=.Bitbucket.example.com',
      'BITBUCKETSESSIONID=A1; Path=/; Domain=bitbucket.example.com; HttpOnly; Secure',
    ],
    [
      'BITBUCKETSESSIONID=A1; Path=/; Max-Age=soon; Expires=never; Partitioned',
      'BITBUCKETSESSIONID=A1; Path=/; HttpOnly; Secure',
    ],
  ])('%s reaches the browser, written anew', (line, expected) => {
    expect(kept(line)).toEqual([expected])
  })

  it('the path is that of the context path', () => {
    const below = { contextPath: '/bitbucket', isSecure: false }
    expect(kept('BITBUCKETSESSIONID=A1; Path=/bitbucket', below)).toEqual([
      'BITBUCKETSESSIONID=A1; Path=/bitbucket; HttpOnly',
    ])
    expect(kept('BITBUCKETSESSIONID=A1; Path=/mirrors', below)).toEqual([])
  })

  it.each([
    'JSESSIONID=A1; Path=/',
    'AWSALB=x; Path=/',
    '__Host-BITBUCKETSESSIONID=A1; Path=/',
    'bitbucketsessionid=A1; Path=/',
    'BITBUCKETSESSIONID',
    '=A1; Path=/',
    'BITBUCKETSESSIONID=A1',
    'BITBUCKETSESSIONID=A1; Path=/mirrors',
    'BITBUCKETSESSIONID=A1; Path=/; Domain=example.com',
    'BITBUCKETSESSIONID=A 1; Path=/',
    `BITBUCKETSESSIONID=${'A'.repeat(4097)}; Path=/`,
  ])('%s does not', (line) => {
    expect(kept(line)).toEqual([])
  })
})
