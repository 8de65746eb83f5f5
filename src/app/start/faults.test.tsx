import { beforeEach, describe, expect, it, vi } from 'vitest'
import { ANSWER_FAULTS, FRONT_FAULTS } from '#demo/testing/faults/answer-faults.ts'
import { createFaultSwitch } from '#demo/testing/faults/fault-switch.ts'
import { renderApp } from '#demo/testing/render-app.tsx'
import { faultPage } from './testing/fault-page.ts'
import { PAGE_PLACES, type PagePlace } from './testing/page-places.ts'

const PROXY = 'The answer did not come from Bitbucket'
const UNREADABLE = 'The answer could not be read'
const LIMITED = 'Rate limited by Bitbucket'
const REFUSED = 'You are not permitted to see this'

/** What a person reads of each fault at Bitbucket's place: the title, and how long to wait where that is known. */
const AT_BITBUCKET = {
  'fails with 500': 'Something went wrong',
  'limits the rate, in seconds': `${LIMITED} · Wait 30 seconds before you try again.`,
  'shows a login page': PROXY,
  'is a 404 of an API gateway': PROXY,
  'has no licence': 'Mirroring is not available for this',
  'does not permit (401)': REFUSED,
} as const satisfies Partial<Record<keyof typeof ANSWER_FAULTS, string>>

/** Faults with which a page is also read again, after it was read well. */
const READ_AGAIN: ReadonlySet<string> = new Set([
  'fails with 500',
  'limits the rate, in seconds',
  'has another shape',
  'has no licence',
  'network is gone',
  'proxy says 502',
  'proxy shows a login page',
])

/** The page of few parts that stands for all with the faults that are told apart before any page. */
const ALL_ON = 'request'

/** Those faults. */
const ON_ONE_PAGE = {
  'fails with 500 in HTML': PROXY,
  'is a bad gateway': PROXY,
  'is in maintenance (503)': 'Bitbucket is not available right now · Wait 5 seconds before you try again.',
  'times out by itself (504)': 'Bitbucket did not answer in time',
  'limits the rate, by a date': `${LIMITED} · Wait 1 minute before you try again.`,
  'limits the rate, by a date that has passed': LIMITED,
  'limits the rate, without a time': LIMITED,
  'limits the rate, in nonsense': LIMITED,
  'limits the rate, for a week': `${LIMITED} · Wait 5 minutes before you try again.`,
  'limits the rate, in HTML': `${LIMITED} · Wait 7 seconds before you try again.`,
  'redirects to a login': PROXY,
  'has another content type': PROXY,
  'is cut in the middle': UNREADABLE,
  'has no body': UNREADABLE,
  'is a list of nothing': UNREADABLE,
  'is null': UNREADABLE,
  'has another shape': UNREADABLE,
  'is in maintenance (503 in HTML)': 'Bitbucket is not available right now',
  'does not permit (403)': REFUSED,
  'has no mirroring plugin': 'This Bitbucket has no mirroring',
  'is 418': 'The request was refused',
  'wants a CAPTCHA': 'Bitbucket asks for a CAPTCHA',
} as const satisfies Partial<Record<keyof typeof ANSWER_FAULTS, string>>

const NOT_CONSOLE = 'The answer did not come from the console'
const AWAY = "The console's own server is not available"

/** What stands before the console, on a page that asks for much. */
const IN_FRONT = {
  'network is gone': 'The console cannot reach its server',
  'proxy says 502': AWAY,
  'proxy says 503 in JSON': AWAY,
  'proxy says 504': AWAY,
  'proxy has no route (404)': NOT_CONSOLE,
  'proxy refuses (403)': NOT_CONSOLE,
  'proxy shows a login page': NOT_CONSOLE,
  'proxy answers 409 in JSON': NOT_CONSOLE,
  'proxy answers 204': NOT_CONSOLE,
  'proxy limits the rate': `${NOT_CONSOLE} · Wait 20 seconds before you try again.`,
} as const satisfies Record<keyof typeof FRONT_FAULTS, string>

/** The words of a page for these words: many have their own title for one who may not see them. */
const wordsAt = ({ words = {} }: PagePlace, said: string): readonly string[] => {
  const [title = '', ...more] = said.split(' · ')
  return [words[title] ?? words['*'] ?? title, ...more]
}

/** A fault, what is said of it, and how it comes about. */
type Row = readonly [
  fault: string,
  said: string,
  breakIt: (faults: ReturnType<typeof createFaultSwitch>, place: PagePlace) => void,
]

const rowsOf = (place: PagePlace): readonly Row[] => {
  const hasAll = place.name === ALL_ON
  const atBitbucket = { ...AT_BITBUCKET, ...(hasAll ? ON_ONE_PAGE : {}), ...place.faults }
  return [
    ...Object.entries(atBitbucket).flatMap(([name, said]): readonly Row[] =>
      said === null
        ? []
        : [[name, said, (faults) => faults.breakUpstream(place.question, Reflect.get(ANSWER_FAULTS, name))]],
    ),
    ...(hasAll ? Object.entries(IN_FRONT) : []).map(([name, said]): Row => [
      name,
      said,
      (faults) => faults.breakFront(/ \/rest\//, Reflect.get(FRONT_FAULTS, name)),
    ]),
  ]
}

beforeEach(() => {
  vi.spyOn(HTMLCanvasElement.prototype, 'getContext').mockReturnValue(null)
  vi.spyOn(HTMLElement.prototype, 'offsetHeight', 'get').mockReturnValue(40)
})

describe.each(PAGE_PLACES)('the page of $name', (place) => {
  it('says what is wrong and nothing else, keeps what was read, and comes back', async () => {
    const faults = createFaultSwitch()
    const page = faultPage(await renderApp('/git-errors', { faults }), faults)
    await page.open(place)
    for (const [fault, said, breakIt] of rowsOf(place)) {
      // One who opens it now.
      breakIt(faults, place)
      await page.openAnew()
      const [alert = ''] = await page.alerts()
      for (const words of wordsAt(place, said)) expect.soft(alert, fault).toContain(words)
      expect.soft(page.text(), fault).not.toMatch(place.unsaid)
      faults.mend()
      page.tryAgain()
      await page.recovered(place, fault)

      if (!READ_AGAIN.has(fault)) continue
      // One who has read it before.
      breakIt(faults, place)
      page.refresh()
      const [title = ''] = said.split(' · ')
      await page.notice(`${title}. What you see was read`, fault)
      expect.soft(page.shows(place), `${fault} keeps what was read`).toBe(true)
      faults.mend()
      page.refresh()
      await page.recovered(place, fault)
    }
  }, 300_000)
})
