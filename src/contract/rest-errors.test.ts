import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { MAX_TEXT } from './scalar.ts'
import { restErrors } from './rest-errors.ts'

const refused = {
  context: null,
  message: 'You are not permitted to access this resource',
  exceptionName: 'com.atlassian.bitbucket.AuthorisationException',
}

describe('restErrors', () => {
  it('reads Bitbucket’s error body', () => {
    expect(v.parse(restErrors, { errors: [refused] })).toEqual({ errors: [refused], kind: null })
  })

  it('reads the gateway’s own kind beside it', () => {
    expect(v.parse(restErrors, { errors: [], kind: 'signed-out' }).kind).toBe('signed-out')
  })

  it.each([
    ['all three fields null', { context: null, message: null, exceptionName: null }],
    ['no field at all', {}],
  ])('reads an error with %s', (_what, error) => {
    const nothing = { context: null, message: null, exceptionName: null }
    expect(v.parse(restErrors, { errors: [error] }).errors).toEqual([nothing])
  })

  it('keeps the readable errors of a list', () => {
    expect(v.parse(restErrors, { errors: ['x', refused, null] }).errors).toEqual([refused])
  })

  it('cuts a message that would fill the screen', () => {
    const read = v.parse(restErrors, { errors: [{ message: 'x'.repeat(1_000_000) }] })
    expect(read.errors[0]?.message).toHaveLength(MAX_TEXT)
  })

  it.each([
    ['no errors', {}],
    ['null', { errors: null }],
    ['a text', { errors: 'no' }],
  ])('has no errors where the field is %s', (_what, wire) => {
    expect(v.parse(restErrors, wire).errors).toEqual([])
  })

  it.each([
    ['null', null],
    ['a text', 'no'],
    ['a number', 3],
  ])('refuses %s as an error body', (_what, wire) => {
    expect(v.is(restErrors, wire)).toBe(false)
  })
})
