import { fireEvent, waitFor } from '@testing-library/react'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { HOSTILE_INPUTS } from '#demo/testing/hostile-inputs.ts'
import { EMPTY_DRAFT, readDraft } from '#app/features/requests/register/request-draft.ts'
import { searchedRows } from '#app/ui/table/searched-rows.ts'
import { renderApp, type RenderedApp } from '#demo/testing/render-app.tsx'

const INPUTS = Object.entries(HOSTILE_INPUTS)

/** What a screen does not show, or what turns a line around. */
const HIDDEN =
  /[\p{C}\p{Zl}\p{Zp}\u034F\u115F\u1160\u2800\u3164\uFFA0]|(?<!\p{Extended_Pictographic})[\uFE00-\uFE0F](?!\u20E3)/u

/** So many rows stand in the document at once; of a longer list only those near the window do. */
const BATCH = 40
const BATCHES = Array.from({ length: Math.ceil(INPUTS.length / BATCH) }, (_none, at) =>
  INPUTS.slice(at * BATCH, (at + 1) * BATCH).map(([, text]) => text),
)

const rowsOf: Readonly<Record<string, (text: string, at: number) => unknown>> = {
  mirrorServers: (text, at) => ({
    id: `mirror-${at}`,
    name: text,
    baseUrl: text,
    enabled: true,
    lastSeenDate: Date.now(),
    mirrorType: text,
    productType: text,
    productVersion: text,
  }),
  requests: (text, at) => ({
    id: at + 1,
    state: at % 2 === 0 ? text : 'PENDING',
    mirrorName: text,
    mirrorId: text,
    mirrorBaseUrl: text,
    mirrorType: text,
    productType: text,
    productVersion: text,
    addonDescriptorUri: text,
  }),
  repos: (text, at) => ({
    id: at + 1,
    slug: text,
    name: text,
    state: text,
    scmId: 'git',
    project: { id: at + 1, key: text, name: text, type: text, description: text },
    properties: { contentHash: text, metadataHash: text },
  }),
}

/** Lets Bitbucket give hostile rows to whoever may see them, in place of its own. @returns chooses the batch of texts. */
const sendHostile = ({ bitbucket }: RenderedApp) => {
  const { fetch } = bitbucket
  let texts: readonly string[] = []
  vi.spyOn(bitbucket, 'fetch').mockImplementation(async (request) => {
    const last = new URL(request.url).pathname.split('/').at(-1) ?? ''
    const rowOf = rowsOf[last]
    if (rowOf === undefined || request.method !== 'GET') return fetch(request)
    return Response.json({
      values: texts.map(rowOf),
      size: texts.length,
      start: 0,
      limit: 1000,
      isLastPage: true,
    })
  })
  return (batch: readonly string[]): void => {
    texts = batch
  }
}

/** Everything of a page that is seen or read out, with where it stands. */
const textsIn = (root: Element): (readonly [where: string, text: string])[] =>
  [...root.querySelectorAll('*:not(style, textarea)')].flatMap((element) => {
    const texts = [...element.childNodes].filter(({ nodeType }) => nodeType === Node.TEXT_NODE)
    const attributes = ['aria-label', 'title', 'alt', 'placeholder'].filter((name) =>
      element.hasAttribute(name),
    )
    return texts
      .map((text) => [element.localName, text.nodeValue ?? ''] as const)
      .concat(
        attributes.map(
          (name) => [`${element.localName}[${name}]`, element.getAttribute(name) ?? ''] as const,
        ),
      )
  })

/** What no text of others may make of a page. */
const harmsIn = (root: Element): string[] => [
  ...[
    ...root.querySelectorAll(
      'script, iframe, object, embed, img, style:not([data-mantine-styles]), form[action]',
    ),
  ].map(({ outerHTML }) => outerHTML.slice(0, 80)),
  ...[...root.querySelectorAll('*')].flatMap((element) =>
    element.getAttributeNames().filter((name) => name.startsWith('on')),
  ),
  ...[...root.querySelectorAll('a[href]')]
    .map((link) => link.getAttribute('href') ?? '')
    .filter((href) => !/^(?:\/(?!\/)|#|https?:\/\/)/.test(href)),
  ...textsIn(root).flatMap(([where, text]) => (HIDDEN.test(text) ? [`${where}: ${text}`] : [])),
  ...('polluted' in globalThis || 'polluted' in {} ? ['something of it ran'] : []),
]

beforeEach(() => {
  vi.spyOn(HTMLElement.prototype, 'offsetHeight', 'get').mockReturnValue(40)
  // The picture of the coverage is not what is looked at.
  vi.spyOn(HTMLCanvasElement.prototype, 'getContext').mockReturnValue(null)
})

describe(`${INPUTS.length} hostile texts`, () => {
  it('are more than a hundred and ten, and no two are the same', () => {
    expect(INPUTS.length).toBeGreaterThanOrEqual(110)
    expect(new Set(Object.values(HOSTILE_INPUTS)).size).toBe(INPUTS.length)
  })

  it.each([
    ['/mirrors', 'Mirror servers', true],
    ['/requests?state=all', 'Mirroring requests', true],
    ['/repositories', 'Repositories', true],
    ['/coverage', 'Coverage', false],
    ['/', 'Overview', false],
  ])('are text and nothing else on %s', async (path, title, isList) => {
    const app = await renderApp('/git-errors', { seed: 'empty' })
    const choose = sendHostile(app)
    let found = 0
    for (const batch of BATCHES) {
      choose(batch)
      if (app.router.state.location.pathname === '/git-errors') await app.router.navigate(path)
      else await app.queryClient.refetchQueries({ type: 'active' })
      await app.screen.findByRole('heading', { level: 1, name: title })
      await waitFor(() => expect(app.queryClient.isFetching()).toBe(0), { timeout: 20_000 })
      const shown = app.screen.getByRole('main').textContent
      const seen = batch.filter(
        (text) => text.length < 100 && text === text.trim() && !/\s{2}/.test(text) && !HIDDEN.test(text),
      )
      const missing = seen.filter((text) => !shown.includes(text))
      found += seen.length - missing.length
      // Of a list each one is shown; other pages name some.
      expect(isList ? missing : []).toEqual([])
      expect(harmsIn(document.body)).toEqual([])
    }
    expect(found).toBeGreaterThan(0)
  })

  it('are found by themselves in a search', () => {
    const rows = INPUTS.map(([, name]) => ({ name }))
    const lost = rows.filter((row) => !searchedRows(rows, row.name, ({ name }) => [name]).includes(row))
    expect(lost).toEqual([])
  })

  it('are typed into a search and harm nothing', async () => {
    const app = await renderApp('/mirrors')
    const field = await app.screen.findByRole('searchbox', { name: 'Search' })
    await app.screen.findByText('4 mirrors loaded.')
    for (const [, text] of INPUTS) fireEvent.change(field, { target: { value: text } })
    fireEvent.change(field, { target: { value: HOSTILE_INPUTS.script } })
    await waitFor(() => expect(app.screen.queryAllByRole('rowheader')).toEqual([]))
    expect(app.screen.getByRole('main').textContent).toContain(HOSTILE_INPUTS.script)
    expect(harmsIn(document.body)).toEqual([])
  })

  it('lead nowhere as the id of a mirror, and that is said', async () => {
    const app = await renderApp('/mirrors')
    // What is no text for an address cannot stand in one.
    for (const [, text] of INPUTS.filter(([, text]) => text.isWellFormed() && text.trim() !== '')) {
      await app.router.navigate(`/mirrors/${encodeURIComponent(text)}`)
      await waitFor(() => {
        expect(app.screen.getByRole('main').textContent).toMatch(
          /There is no mirror|This page does not exist/,
        )
      })
    }
    expect(app.traffic.filter((line) => !line.startsWith('GET'))).toEqual([])
    expect(harmsIn(document.body)).toEqual([])
  }, 60_000)

  it('are read as errors of git without a word of them going on', async () => {
    const app = await renderApp('/git-errors')
    const field = await app.screen.findByRole('textbox')
    app.traffic.length = 0
    for (const [, text] of INPUTS) fireEvent.change(field, { target: { value: `fatal: ${text}` } })
    expect(app.traffic).toEqual([])
    expect(harmsIn(document.body)).toEqual([])
  })
})

describe('a request that is typed in', () => {
  it.each(INPUTS)('is taken or refused with words: %s', (_what, text) => {
    // As much of it as the fields take.
    const draft = {
      ...EMPTY_DRAFT,
      mirrorName: text.slice(0, 255),
      mirrorId: text.slice(0, 128),
      mirrorBaseUrl: text.slice(0, 2048),
      productVersion: text.slice(0, 64),
      addonDescriptorUri: text.slice(0, 2048),
    }
    const read = readDraft(draft)
    const wrong = read.isValid
      ? [read.body.mirrorBaseUrl].filter((address) => !/^https?:\/\/\S+$/i.test(address))
      : Object.values(read.errors).filter((words) => !/^[A-Z].*\.$/.test(words))
    expect(wrong).toEqual([])
  })
})
