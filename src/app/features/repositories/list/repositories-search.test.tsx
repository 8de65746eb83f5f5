import { beforeEach, describe, expect, it, vi } from 'vitest'
import { eventually } from '#demo/testing/eventually.ts'
import { type RenderedApp, renderApp } from '#demo/testing/render-app.tsx'
import { upstreamRefusal } from '#demo/testing/upstream-answer.ts'

const box = ({ screen }: RenderedApp) => screen.findByRole<HTMLInputElement>('searchbox', { name: 'Search' })

/** Pastes a text into the search as the clipboard would. */
const paste = async (world: RenderedApp, text: string) => {
  await world.user.click(await box(world))
  await world.user.paste(text)
}

const names = ({ screen }: RenderedApp) => screen.queryAllByRole('rowheader').map((cell) => cell.textContent)

/** The code and the first page take a moment. */
const SLOW = { timeout: 5000 }

const shown = (world: RenderedApp, expected: readonly string[]) =>
  eventually(() => expect(names(world)).toEqual(expected), SLOW)

/** Every place where a secret could stay: the page, the address, the wire, and the cache. */
const everything = ({ router, traffic, queryClient }: RenderedApp) =>
  [
    document.documentElement.outerHTML,
    ...[...document.querySelectorAll('input')].map(({ value }) => value),
    JSON.stringify(router.state.location),
    ...traffic,
    // By what the cache knows its answers; what Bitbucket itself sent is none of ours, and may be 100,000 rows.
    JSON.stringify(
      queryClient
        .getQueryCache()
        .getAll()
        .map(({ queryKey }) => queryKey),
    ),
    JSON.stringify([localStorage, sessionStorage]),
  ].join('\n')

beforeEach(() => {
  // Rows have a height, or all 100,000 would be in view.
  vi.spyOn(HTMLElement.prototype, 'offsetHeight', 'get').mockReturnValue(40)
})

describe.each(['admin', 'jcitizen'] as const)('among 100,000 repositories, %s finds one', (as) => {
  it.each([
    ['by its name', 'Atlas cli 60001'],
    ['by its slug, which is not its name', 'atlas-cli-60001'],
    ['by project and slug', 'P1201/atlas-cli-60001'],
    ['by project and slug as git writes them', 'p1201/ATLAS-CLI-60001.git'],
    ['by the address of its clone', 'ssh://git@bitbucket.test:7999/p1201/atlas-cli-60001.git'],
    ['by the address of a CI job', 'https://ci:S3CR3T@bitbucket.test/scm/p1201/atlas-cli-60001.git'],
    ['by the address of its page', 'http://bitbucket.test/projects/P1201/repos/atlas-cli-60001/browse?at=x'],
    [
      'by a line of git',
      "fatal: repository 'http://bitbucket.test/scm/p1201/atlas-cli-60001.git/' not found",
    ],
  ])('%s', async (_how, text) => {
    const world = await renderApp('/repositories', { as, seed: 'crowded' })
    await paste(world, text)
    await shown(world, ['Atlas cli 60001'])
    expect(everything(world)).not.toContain('S3CR3T')
  })

  it('of a person, by either address of it', async () => {
    const world = await renderApp('/repositories', { as, seed: 'crowded' })
    await paste(world, 'ssh://git@bitbucket.test:7999/~user51/atlas-schema-2501.git')
    await shown(world, ['atlas-schema-2501'])
    expect(world.router.state.location.search).toBe('?search=%7Euser51%2Fatlas-schema-2501')
    await paste(world, 'http://bitbucket.test/users/user51/repos/borealis-infra-2502/browse')
    await shown(world, ['borealis-infra-2502'])
  })
})

it('a project’s key and its address find its repositories', async () => {
  const world = await renderApp('/repositories?search=mob')
  await eventually(() => expect(names(world)).toHaveLength(6), SLOW)
  await paste(world, 'http://bitbucket.test/projects/DATA/permissions')
  await eventually(() => expect(names(world)).toContain('event-lake'), SLOW)
  expect(names(world)).toHaveLength(6)
  expect(world.router.state.location.search).toBe('?search=%2Fprojects%2FDATA')
})

it('what looks like KEY/slug is a name as well, and a part of one finds what begins so', async () => {
  const world = await renderApp('/repositories?search=pay/led')
  await shown(world, ['ledger'])
  await world.router.navigate('/repositories?search=plat/se')
  await shown(world, ['service-mesh', 'secrets-broker'])
  expect(world.screen.queryByText(/^One match/)).toBeNull()
})

it('Enter opens the only match, also before it has arrived', async () => {
  const world = await renderApp('/repositories', { as: 'jcitizen', seed: 'crowded' })
  await paste(world, 'https://ci:S3CR3T@bitbucket.test/scm/p1201/atlas-cli-60001.git')
  await world.user.keyboard('{Enter}')
  expect(await world.screen.findByRole('heading', { level: 1, name: 'Atlas cli 60001' })).toBeTruthy()
  expect(everything(world)).not.toContain('S3CR3T')
})

it('Enter opens none of several, and none where nothing is searched for', async () => {
  const world = await renderApp('/repositories')
  await world.screen.findByRole('link', { name: 'ledger' })
  await world.user.type(await box(world), 'app{Enter}')
  await eventually(() => expect(names(world)).toHaveLength(2), SLOW)
  expect(world.router.state.location.pathname).toBe('/repositories')
})

describe('an address of another host', () => {
  const OTHER = /The address is on another host/

  it('finds by its end, and says that the host differs', async () => {
    const world = await renderApp('/repositories')
    await paste(world, 'https://git.other.example/scm/pay/ledger.git')
    await shown(world, ['ledger'])
    expect(await world.screen.findByText(OTHER)).toBeTruthy()
    expect(world.screen.getByText(/git\.other\.example, neither bitbucket\.test nor a mirror/)).toBeTruthy()
    await world.user.clear(await box(world))
    await eventually(() => expect(world.screen.queryByText(OTHER)).toBeNull())
  })

  it.each([
    ['Bitbucket’s own', 'http://bitbucket.test:7990/scm/pay/ledger.git'],
    ['that of a mirror', 'http://dublin.mirrors.test/scm/pay/ledger.git'],
    ['that of a mirror over ssh', 'ssh://git@dublin.mirrors.test:7999/pay/ledger.git'],
  ])('is none where it is %s', async (_whose, address) => {
    const world = await renderApp('/mirrors')
    await world.screen.findByRole('link', { name: 'Dublin' })
    await world.router.navigate('/repositories')
    await world.screen.findByRole('link', { name: 'ledger' })
    await paste(world, address)
    await shown(world, ['ledger'])
    expect(world.screen.queryByText(OTHER)).toBeNull()
  })
})

describe('a secret', () => {
  it.each([
    ['that is pasted', '/repositories', 'https://ci:S3CR3T@bitbucket.test/scm/pay/ledger.git'],
    ['that a link has', '/repositories?search=https://ci:S3CR3T@bitbucket.test/scm/pay/ledger.git', null],
  ])('%s is nowhere afterwards', async (_how, path, pasted) => {
    const world = await renderApp(path)
    if (pasted !== null) await paste(world, pasted)
    await eventually(() => expect(world.router.state.location.search).toBe('?search=PAY%2Fledger'))
    await shown(world, ['ledger'])
    expect((await box(world)).value).toBe('PAY/ledger')
    expect(everything(world)).not.toContain('S3CR3T')
  })

  it('in an address that leads to no repository is gone, and that is said', async () => {
    const world = await renderApp('/repositories')
    await paste(world, 'https://ci:S3CR3T@bitbucket.test/dashboard')
    expect(await world.screen.findByText('The address leads to no repository')).toBeTruthy()
    expect((await box(world)).value).toBe('')
    expect(everything(world)).not.toContain('S3CR3T')
  })

  it('pasted as a project is gone, and its key is left', async () => {
    const world = await renderApp('/repositories')
    await world.user.click(world.screen.getByRole('textbox', { name: 'Project key' }))
    await world.user.paste('https://ci:S3CR3T@bitbucket.test/scm/mob/ios-app.git')
    await eventually(() => expect(names(world)).toHaveLength(6), SLOW)
    expect(world.router.state.location.search).toBe('?project=mob')
    expect(everything(world)).not.toContain('S3CR3T')
  })
})

describe('"no match" is said only where it is known', () => {
  const NONE = /^No repository matches/

  it('at once where the project of an address was read, and it says what was searched', async () => {
    const world = await renderApp('/repositories?search=P1201/no-such', { seed: 'crowded' })
    expect(await world.screen.findByText(NONE)).toBeTruthy()
    expect(world.screen.getByText(/^Searched: slugs in project P1201/)).toBeTruthy()
  })

  it('never because Bitbucket’s search finds no such name', async () => {
    const { screen } = await renderApp('/repositories?search=no-such-thing', { seed: 'crowded' })
    expect(await screen.findByText(/^Not found yet: [\d,]+ repositories read so far/, {}, SLOW)).toBeTruthy()
    expect(screen.queryByText(NONE)).toBeNull()
  })

  it('nor because Bitbucket’s search does not answer, which is said', async () => {
    const { screen } = await renderApp('/repositories?search=answers-500', { seed: 'crowded' })
    expect(await screen.findByText(/^Bitbucket's own search did not answer/)).toBeTruthy()
    expect(screen.queryByText(NONE)).toBeNull()
  })

  it('not where the project of an address could not be read', async () => {
    const world = await renderApp('/repositories', { seed: 'crowded' })
    const { bitbucket, screen } = world
    const refusal = upstreamRefusal(500, { 'content-type': 'application/json' })
    vi.spyOn(bitbucket, 'fetch').mockImplementation(() => Promise.resolve(refusal.clone()))
    await paste(world, 'P1201/no-such\n')
    expect(await screen.findByText('Something went wrong')).toBeTruthy()
    expect(screen.queryByText(NONE)).toBeNull()
  })
})

it('in a list that was read to its end, nothing more is asked', async () => {
  const world = await renderApp('/repositories', { as: 'jcitizen' })
  await world.screen.findByRole('link', { name: 'ledger' })
  const before = world.traffic.length
  await paste(world, 'http://bitbucket.test/scm/mob/design-tokens.git')
  await shown(world, ['Design tokens'])
  expect(world.traffic.slice(before)).toEqual([])
})
