import { expect, it } from 'vitest'
import { sortableVersion } from './sortable-version.ts'

it('versions sort as people count', () => {
  const versions = ['8.16.2', '8.9.10', '8.9.2', '9.4.0', '10.0', '8.16.2-m1']
  const sorted = versions
    .map((version) => ({ version, key: sortableVersion(version) ?? '' }))
    .toSorted((a, b) => (a.key < b.key ? -1 : 1))
    .map(({ version }) => version)
  expect(sorted).toEqual(['8.9.2', '8.9.10', '8.16.2', '8.16.2-m1', '9.4.0', '10.0'])
})

it('an unknown version stays unknown', () => expect(sortableVersion(null)).toBeNull())
