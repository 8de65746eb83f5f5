import { QueryClient } from '@tanstack/react-query'
import { expect, it } from 'vitest'
import { projectsOf } from './projects-of.ts'
import { repositoryKeys } from './repositories.ts'

const row = (id: string, projectId: string | null) => ({
  id,
  project: projectId === null ? null : { id: projectId },
})

it('projects come from the lists that were read, each once', () => {
  const client = new QueryClient()
  client.setQueryData(repositoryKeys.visible(), {
    pages: [{ values: [row('1', 'A'), row('2', 'A')] }, { values: [row('3', 'B'), row('4', null)] }],
    pageParams: [],
  })
  client.setQueryData(repositoryKeys.list(), { pages: [{ values: [row('5', 'C')] }], pageParams: [] })
  client.setQueryData(repositoryKeys.found({ name: 'six' }), { values: [row('6', 'D')] })
  client.setQueryData(repositoryKeys.ofKey('E'), { rows: [row('7', 'E')] })
  expect([...projectsOf(client, new Set(['1', '2', '4', '5', '8']))]).toEqual(['A', 'C'])
  expect([...projectsOf(client, new Set(['6', '7']))]).toEqual(['D', 'E'])
  expect(projectsOf(client, new Set()).size).toBe(0)
})
