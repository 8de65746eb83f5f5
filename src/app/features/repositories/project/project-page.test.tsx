import { describe, expect, it } from 'vitest'
import { renderApp } from '#demo/testing/render-app.tsx'

describe('the page of a project', () => {
  it('shows its facts and its repositories with hashes', async () => {
    const { screen } = await renderApp('/projects/1')
    expect(await screen.findByRole('heading', { level: 1, name: 'Payments' })).toBeTruthy()
    expect(await screen.findByRole('table', { name: 'Payments' })).toBeTruthy()
    expect(await screen.findByRole('link', { name: 'ledger' })).toBeTruthy()
    expect(screen.getAllByText(/^[0-9a-f]{12}$/)).toHaveLength(6)
    expect(screen.getByText('6 repositories loaded.')).toBeTruthy()
  })

  it('shows zeros as not calculated yet', async () => {
    const { screen } = await renderApp('/projects/4?search=notebook')
    expect(await screen.findByText('1 of 6 loaded repositories shown.')).toBeTruthy()
    expect(screen.getAllByText('not calculated yet')).toHaveLength(1)
  })

  it.each([
    ['a slug that is not its name', 'design-tokens'],
    ['KEY/slug', 'mob/design-tokens'],
    ['a clone address', 'https://ci:S3CR3T@bitbucket.test/scm/mob/design-tokens.git'],
    ['its description', 'The Design tokens of'],
  ])('finds a repository by %s, and Enter opens it', async (_what, text) => {
    const { screen, user } = await renderApp('/projects/3')
    await user.click(await screen.findByRole('searchbox', { name: 'Search' }))
    await user.paste(text)
    expect(await screen.findByText('One match: Enter in the search opens it.')).toBeTruthy()
    expect(document.documentElement.outerHTML).not.toContain('S3CR3T')
    await user.keyboard('{Enter}')
    expect(await screen.findByRole('heading', { level: 1, name: 'Design tokens' })).toBeTruthy()
  })

  it('leads on to all repositories for what is in another project', async () => {
    const { screen, user } = await renderApp('/projects/3?search=pay/ledger')
    await user.click(await screen.findByRole('link', { name: 'Search all repositories' }))
    expect(await screen.findByRole('link', { name: 'ledger' })).toBeTruthy()
  })

  it.each([
    ['999999', 'There is no project with this id'],
    ['a%20b', 'There is no project with this id'],
    ['not-permitted', 'You are not permitted to see this project'],
  ])('says once why there is none: %s', async (id, title) => {
    const { screen } = await renderApp(`/projects/${id}`)
    expect(await screen.findByText(title)).toBeTruthy()
    expect(screen.getByRole('link', { name: 'Go to repositories' })).toBeTruthy()
  })
})
