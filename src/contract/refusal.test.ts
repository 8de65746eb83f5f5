import { describe, expect, it } from 'vitest'
import { refusalOf } from './refusal.ts'

const error = (exceptionName: string | null, message: string | null = 'No') => ({
  context: null,
  message,
  exceptionName,
})
const BITBUCKET = 'com.atlassian.bitbucket'

describe('a refusal', () => {
  it.each([400, 401, 403, 404, 405, 409, 410, 429, 500, 502, 503, 504])(
    'with status %i and without errors is not Bitbucket’s, with a user’s name and without',
    (status) => {
      for (const hasUser of [true, false]) {
        expect(refusalOf({ status, errors: [], hasUser })).toBeNull()
        expect(refusalOf({ status, errors: [error(null, null)], hasUser })).toBeNull()
      }
    },
  )

  it.each([
    [401, true, null, 'not-permitted'],
    [401, false, null, 'signed-out'],
    [401, false, `${BITBUCKET}.AuthorisationException`, 'not-permitted'],
    [401, true, `${BITBUCKET}.auth.IncorrectPasswordAuthenticationException`, 'not-permitted'],
    [401, false, `${BITBUCKET}.auth.IncorrectPasswordAuthenticationException`, 'signed-out'],
    [401, false, 'com.atlassian.bitbucket.auth.CaptchaRequiredAuthenticationException', 'captcha'],
    [403, true, null, 'not-permitted'],
    [404, true, `${BITBUCKET}.mirroring.NoSuchMirrorException`, 'not-found'],
    [404, false, null, 'not-found'],
    [404, true, 'com.sun.jersey.api.NotFoundException', 'no-mirroring'],
    [404, true, 'javax.ws.rs.NotFoundException', 'no-mirroring'],
    [409, true, `${BITBUCKET}.mirroring.NoSuchMirroringRequestException`, 'conflict'],
    [429, true, null, 'rate-limited'],
    [400, true, null, 'invalid'],
    [500, true, null, 'server'],
    [503, false, null, 'unavailable'],
    [504, false, null, 'timeout'],
  ] as const)('of Bitbucket with %i, a user %s and %s means %s', (status, hasUser, exceptionName, kind) => {
    expect(refusalOf({ status, errors: [error(exceptionName)], hasUser })).toBe(kind)
  })
})
