import { act, within } from '@testing-library/react'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { eventually } from '#demo/testing/eventually.ts'
import { forgetPerson } from '#app/browser/personal-store.ts'
import { renderApp } from '#demo/testing/render-app.tsx'

type World = Awaited<ReturnType<typeof renderApp>>

/** Room for what is loaded and asked on a busy machine. */
const SLOW = { timeout: 20_000 }

const PROJECTS = '/rest/api/latest/projects'

const summaryOf = ({ screen }: World) => screen.findByText(/^Sole copies: /, {}, SLOW)
const wordsOf = async (world: World): Promise<string> =>
  (await summaryOf(world)).closest('p')?.textContent ?? ''

const toneOf = async (world: World) =>
  (await summaryOf(world)).closest('p')?.querySelector('svg')?.getAttribute('data-tone')

/** Asks with the widest budget, until nothing is left. */
const askAll = async ({ user, screen }: World) => {
  await user.selectOptions(await screen.findByRole('combobox', { name: 'Questions at most' }, SLOW), '5000')
  await user.click(screen.getByRole('button', { name: 'Ask mirrors' }))
  await screen.findByText(/^Done: /, {}, SLOW)
}

/** Bitbucket, but its list of projects is answered by `answer`. */
const listedBy = ({ bitbucket }: World, answer: (request: Request) => Promise<Response>) => {
  const { fetch } = bitbucket
  vi.spyOn(bitbucket, 'fetch').mockImplementation((request) =>
    new URL(request.url).pathname === PROJECTS ? answer(request) : fetch(request),
  )
  return fetch
}

const json = { 'content-type': 'application/json' }
const refusal = (status: number, exceptionName: string) => async () =>
  Promise.resolve(
    new Response(JSON.stringify({ errors: [{ context: null, message: 'No', exceptionName }] }), {
      status,
      headers: { ...json, 'x-ausername': 'admin' },
    }),
  )

beforeEach(() => {
  localStorage.clear()
  // There is nothing to draw on here; what the pictures show is said in words as well.
  vi.spyOn(HTMLCanvasElement.prototype, 'getContext').mockReturnValue(null)
})

describe('all projects of an installation', { timeout: 60_000 }, () => {
  it('are there after three questions, 2,000 of them, and nothing is said about what was not asked', async () => {
    const world = await renderApp('/coverage', { seed: 'crowded' })
    expect(await wordsOf(world)).toBe(
      'Sole copies: not known. Nowhere: not known. Empty: not known. 2,000 of 2,000 projects were not checked.',
    )
    expect(world.screen.getByRole('treegrid').getAttribute('aria-rowcount')).toBe('2001')
    expect(world.traffic.filter((line) => line.startsWith(`GET ${PROJECTS}`))).toHaveLength(3)
    expect(world.traffic.filter((line) => line.includes('/repos'))).toEqual([])
  })

  it('are there after 21 questions where Bitbucket lowers every page to 100', async () => {
    const world = await renderApp('/mirrors', { seed: 'crowded' })
    const fetch = listedBy(world, (request) =>
      fetch(new Request(request.url.replace('limit=1000', 'limit=100'), request)),
    )
    await world.router.navigate('/coverage')
    expect(await wordsOf(world)).toContain('2,000 of 2,000 projects were not checked.')
    expect(world.traffic.filter((line) => line.startsWith(`GET ${PROJECTS}`))).toHaveLength(21)
  })

  it('are never called all while a part was asked, and no tick stands on it', async () => {
    const world = await renderApp('/coverage', { seed: 'crowded' })
    await summaryOf(world)
    // Two questions for each project are offered first where every mirror would be a hundred.
    await world.user.selectOptions(world.screen.getByRole('combobox', { name: 'Questions at most' }), '50')
    await world.user.click(world.screen.getByRole('button', { name: 'Ask mirrors' }))
    await world.screen.findByText(/^50 of at most 50 questions asked, 19\d,\d{3} left to ask/, {}, SLOW)
    const words = await wordsOf(world)
    expect(words).toMatch(/ 1,9[78]\d of 2,000 projects were not checked\. The oldest answer came /)
    expect(words).not.toMatch(/\ball\b/i)
    expect(await toneOf(world)).toBe('unknown')
    // One repository of each project that was asked about, and a few that were needed next.
    const read = world.traffic.filter((line) => line.endsWith('/repos?start=0&limit=1'))
    expect(read.length).toBeLessThan(40)
  })

  it.each([
    ['refuses', refusal(401, 'com.atlassian.bitbucket.AuthorisationException'), 'not permitted'],
    ['does not know', refusal(404, 'com.sun.jersey.api.NotFoundException'), 'has no mirroring'],
    [
      'is no Bitbucket for',
      () => Promise.resolve(new Response('<html>', { headers: { 'content-type': 'text/html' } })),
      'did not come from Bitbucket',
    ],
    [
      'answers with something else to',
      () => Promise.resolve(new Response('{"rows":[]}', { headers: json })),
      'could not be read',
    ],
  ])(
    'are those of repositories where Bitbucket %s its list, and the page says so',
    async (_how, answer, why) => {
      const world = await renderApp('/mirrors')
      listedBy(world, answer)
      await world.router.navigate('/coverage')
      const row = await world.screen.findByRole('row', { name: /Payments/ }, SLOW)
      expect(row.textContent).toContain('Not known yet')
      const note = await world.screen.findByText(/^Bitbucket did not give its list of projects/)
      expect(note.textContent).toContain(why)
      expect(await wordsOf(world)).toContain('5 of 5 known projects were not checked. There may be more')
      await askAll(world)
      expect(await wordsOf(world)).toContain('There may be more projects than the known ones.')
      expect(await toneOf(world)).toBe('unknown')
    },
  )

  it('are not guessed where the list fails for a moment: the page offers to read it again', async () => {
    const world = await renderApp('/mirrors')
    listedBy(world, refusal(429, 'com.atlassian.stash.rate'))
    await world.router.navigate('/coverage')
    await world.screen.findByText('Rate limited by Bitbucket', {}, SLOW)
    vi.mocked(world.bitbucket.fetch).mockRestore()
    await world.user.click(world.screen.getByRole('button', { name: 'Try again' }))
    expect(await wordsOf(world)).toContain('5 of 5 projects were not checked.')
  })
})

describe('an installation that is asked about to its end', { timeout: 60_000 }, () => {
  it('has its sole copies, those on no mirror, the empty ones, and what could not be read', async () => {
    const world = await renderApp('/coverage', { seed: 'lopsided' })
    await askAll(world)
    expect(await wordsOf(world)).toMatch(
      /^Sole copies: 4 of 11 checked\. Nowhere: 2 of 11 checked\. Empty: 2 of 11 checked\. Nothing could be read of 1 project\. The oldest answer came /,
    )
    const grid = within(world.screen.getByRole('treegrid', { name: 'Coverage' }))
    const said = ['Hub', 'Oslo office', 'Never mirrored', 'New project', 'Odd rows', 'Mixed rows'].map(
      (name) => grid.getByRole('row', { name: new RegExp(`^▸?${name}`) }).textContent,
    )
    expect(said.map((text) => text.replace(/^▸/, ''))).toEqual([
      'Hub3 mirrors',
      'Oslo officeSole copy',
      'Never mirroredNowhere',
      'New projectEmpty',
      'Odd rowsUnreadable',
      'Mixed rows2 mirrors',
    ])
    await world.user.selectOptions(world.screen.getByRole('combobox', { name: 'Show' }), 'empty')
    await eventually(() => expect(grid.getAllByRole('row')).toHaveLength(3))
  })

  it('may be called good, and says that all of it was checked', async () => {
    const world = await renderApp('/coverage')
    await askAll(world)
    expect(await wordsOf(world)).toContain('All 5 projects were checked. The oldest answer came ')
    expect(await toneOf(world)).toBe('good')
  })

  it('is known after a reload with the age of its answers, and asked no question again', async () => {
    const world = await renderApp('/coverage', { seed: 'lopsided' })
    await askAll(world)
    const before = await wordsOf(world)
    const asked = world.traffic.filter((line) => line === 'POST /-/probe').length
    await world.router.navigate('/mirrors')
    await world.screen.findByRole('row', { name: /Kyoto/ }, SLOW)
    // As a reload does: what is only in memory is gone.
    act(() => forgetPerson())
    await world.router.navigate('/coverage')
    const age = / The oldest answer came .*/
    // The list of projects and what is kept come in either order.
    await eventually(
      async () => expect((await wordsOf(world)).replace(age, '')).toBe(before.replace(age, '')),
      SLOW,
    )
    expect(await world.screen.findByText(/^Answers from before are shown\./)).toBeTruthy()
    expect(world.traffic.filter((line) => line === 'POST /-/probe')).toHaveLength(asked)
  })
})
