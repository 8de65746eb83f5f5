import { describe, expect, it } from 'vitest'
import { recordFormProblem } from './record-form-problem.ts'

const problemWith = (baseUrl: string) => recordFormProblem({ baseUrl, productVersion: '8.16.2' }).baseUrl
const versionProblem = (productVersion: string) =>
  recordFormProblem({ baseUrl: 'https://a.example', productVersion }).productVersion

describe('the form of a record', () => {
  it.each(['https://dublin.example.com', ' http://10.0.0.1:7990/bitbucket '])('takes %j', (address) =>
    expect(problemWith(address)).toBeNull(),
  )

  it.each([
    '',
    'dublin.example.com',
    'javascript:alert(1)',
    'ftp://a.example',
    'https://user@a.example',
    'https://a.example/?x=1',
    'https://a.example/#x',
    'https://a .example',
  ])('refuses %j and says why', (address) => expect(problemWith(address)).toMatch(/\.$/))

  it.each([
    ['8.16.2', null],
    ['8.16.2-rc1', null],
    ['', 'Enter a version.'],
    ['eight', null],
    ['8 16', 'Enter a version such as 8.16.2.'],
  ])('judges the version %j', (version, problem) => expect(versionProblem(version)).toBe(problem))
})
