import type { Bitbucket } from '#e2e/bitbucket-at.ts'
import { type Hall, shownName } from './hall.ts'
import { unfoundedClaims } from './promises/claim.ts'
import { factOf, type Standing } from './promises/fact.ts'
import { type ShownName, strangers } from './promises/own-name.ts'
import { leaks, type Readable } from './promises/secrets.ts'
import { sessionOf } from './session-of.ts'
import type { Tab } from './tab.ts'

/** What is judged between two acts, and grows with the run. */
export type Judge = {
  /** Every promise that is broken now, in words; none when all is well. */
  readonly look: () => Promise<readonly string[]>
}

const allTabs = ({ desks, closed }: Hall): readonly Tab[] => [...desks.flatMap(({ tabs }) => tabs), ...closed]

const standingOf = async (bitbucket: Bitbucket): Promise<Standing> => {
  const states = await Promise.all(
    ['PENDING', 'ACCEPTED', 'REJECTED'].map((state) => bitbucket.requestsIn(state)),
  )
  return {
    requests: new Map(states.flat().map(({ id, mirrorName, state }) => [id, { name: mirrorName, state }])),
    mirrors: new Map((await bitbucket.mirrors()).map(({ id, name }) => [id, { name }])),
  }
}

/** All text that a tab keeps or shows, without what is being typed. */
const readableOf = async ({ name, page, addresses }: Tab): Promise<readonly Readable[]> => {
  // A page that the browser itself put in the place of one that it could not load keeps nothing.
  if (!page.url().startsWith('http')) return []
  const read = page.evaluate(() => {
    const copy = document.documentElement.cloneNode(true)
    if (copy instanceof Element) for (const field of copy.querySelectorAll('textarea')) field.remove()
    const kept = [Object.entries(localStorage), Object.entries(sessionStorage), document.cookie]
    return [JSON.stringify(kept), copy instanceof Element ? copy.outerHTML : ''] as const
  })
  // A page that is left while it is read is read after the next act.
  const [storage, html] = await read.catch(() => ['', ''] as const)
  return [
    { place: `the storage of ${name}`, text: storage },
    { place: `the document of ${name}`, text: html },
    { place: `an address of ${name}`, text: [...addresses].join('\n') },
  ]
}

const secretsOf = async ({ world, desks }: Hall): Promise<ReadonlyMap<string, string>> => {
  const cookies = await Promise.all(desks.map(({ context }) => context.cookies()))
  return new Map([
    ...Object.entries(world.passwords).map(
      ([name, password]) => [`The password of ${name}`, password] as const,
    ),
    ...cookies
      .flat()
      .flatMap(({ name, value }) => (value.length < 16 ? [] : [[`The cookie ${name}`, value] as const])),
  ])
}

/** How long a tab may take to hear of another session, in looks of 100 ms. */
const LOOKS = 80

/** Tabs that go on showing another name. A browser that is offline cannot know. */
const strangersIn = async ({ desks, world }: Hall, looks: number): Promise<string[]> => {
  let found: string[] = []
  for (let look = 0; look < looks; look += 1) {
    const names: ShownName[] = []
    for (const desk of desks.filter(({ isOffline }) => !isOffline)) {
      const user = await sessionOf(desk, world.url)
      for (const tab of desk.tabs) names.push({ tab: tab.name, shown: await shownName(tab), session: user })
    }
    found = strangers(names)
    if (found.length === 0) return found
    await desks[0]?.tabs[0]?.page.waitForTimeout(100) // A tab hears of it by a message, which leaves no sign.
  }
  return found
}

/**
 * Watches everything that holds after every act, whatever is broken meanwhile.
 *
 * @param looks how often a tab that shows another name is looked at before that counts.
 */
export const createJudge = (hall: Hall, looks = LOOKS): Judge => {
  const names = new Map<string, string>()
  const secrets = new Map<string, string>()
  const deeds = new Map<number, ReturnType<typeof factOf>>()
  return {
    look: async () => {
      const standing = await standingOf(hall.world.bitbucket)
      for (const [id, { name }] of standing.requests) names.set(`requests/${id}`, name)
      for (const [id, { name }] of standing.mirrors) names.set(`mirrors/${id}`, name)
      for (const [at, arrival] of hall.world.wire.arrivals.entries()) {
        // What was done stays done, also when it was undone later.
        if (!deeds.get(at)) deeds.set(at, factOf(arrival, standing, names))
      }
      for (const [what, secret] of await secretsOf(hall)) secrets.set(`${what} (${secret.slice(-4)})`, secret)
      const tabs = allTabs(hall)
      const open = hall.desks.flatMap((desk) => desk.tabs)
      const readables = await Promise.all(open.map((tab) => readableOf(tab)))
      const facts = [...deeds.values()].flatMap((fact) => fact ?? [])
      return [
        ...hall.unexplained(),
        ...unfoundedClaims(
          tabs.flatMap(({ said }) => said),
          facts,
        ),
        ...tabs.flatMap(({ name, guard }) => guard.complaints.map((complaint) => `${name}: ${complaint}`)),
        ...leaks(
          [...readables.flat(), { place: 'the log of the console', text: hall.world.printed() }],
          secrets,
        ),
        ...(await strangersIn(hall, looks)),
      ]
    },
  }
}
