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
  client.setQueryData(repositoryKeys.search(''), {
    pages: [{ values: [row('1', 'A'), row('2', 'A')] }, { values: [row('3', 'B'), row('4', null)] }],
    pageParams: [],
  })
  client.setQueryData(repositoryKeys.list(), { pages: [{ values: [row('5', 'C')] }], pageParams: [] })
  expect([...projectsOf(client, new Set(['1', '2', '4', '5', '6']))]).toEqual(['A', 'C'])
  expect(projectsOf(client, new Set()).size).toBe(0)
})
