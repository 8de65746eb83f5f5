import { expect, it } from 'vitest'
import { request } from '#app/features/requests/risk/testing/risk-sample.ts'
import { leftOutGroups } from './left-out-groups.ts'

const of = (id: string, why: string) => ({ request: { ...request, id }, why })

it('what is left out is counted by reason, and none is lost', () => {
  const groups = leftOutGroups([
    of('1', 'Warnings: Host.'),
    of('2', 'It is no longer pending.'),
    of('3', 'Warnings: Host.'),
  ])
  expect(groups.map(({ why, requests }) => [why, requests.map(({ id }) => id)])).toEqual([
    ['Warnings: Host.', ['1', '3']],
    ['It is no longer pending.', ['2']],
  ])
})
