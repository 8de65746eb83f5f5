import type { ListBehaviour } from './list-names.ts'
import { type ListMemory, newListMemory } from './list-behaviour.ts'
import type { Account } from './accounts.ts'
import type { Catalogue } from './catalogue.ts'
import { createLife, type Life, stillLife } from './life/life.ts'
import { type MirrorEvent, eventKey } from './mirrors/mirror-event.ts'
import { createLinkSigner, type LinkSigner } from './mirrors/signed-token.ts'
import { type BrowserSessions, createBrowserSessions } from './people/browser-sessions.ts'
import { PRODUCT_VERSION, type Profile } from './profile.ts'
import type { MirrorRecord } from './records/mirror-record.ts'
import type { RepositoryRecord } from './records/repository-record.ts'
import type { RequestRecord } from './records/request-record.ts'
import { createRepositorySearch, type RepositorySearch } from './repository-search.ts'
import type { Rows } from './rows.ts'
import type { SeedName } from './seed-names.ts'
import { makeSeed } from './seeds/make-seed.ts'
import type { Wait } from './wait.ts'

/** What one world is made with. */
export type WorldSettings = {
  readonly seed: SeedName
  readonly profile: Profile
  /** Whether repositories are pushed to, and mirrors follow, go and come back, by themselves. */
  readonly live: boolean
  readonly lists: ListBehaviour
  readonly now: () => number
  readonly wait: Wait
  readonly contextPath: string
  readonly mirrorOrigin: (mirrorKey: string) => string
  readonly baseUrl: string
}

/** The state of the upstream and its mirrors. It belongs to one small Bitbucket and ends with it. */
export type World = {
  readonly settings: WorldSettings
  readonly catalogue: Catalogue
  readonly life: Life
  readonly signer: LinkSigner
  readonly sessions: BrowserSessions
  /** In the order they were accepted. Changed in place. */
  readonly mirrors: MirrorRecord[]
  /** Mirror ids by the name of the account that prefers them. */
  readonly preferences: Map<Account['name'], MirrorRecord['id']>
  /** The requests, oldest first; made when first asked for. Changed in place. */
  requests(): RequestRecord[]
  /** A number that no request has had. */
  nextRequestId(): number
  /** When a request was first answered with 429, by its id; epoch ms. */
  readonly rateLimitedAt: Map<number, number>
  /** What lists that are not plain remember. Changed in place. */
  readonly listMemory: ListMemory
  search(search: RepositorySearch): Rows<RepositoryRecord>
  /** The last event about a repository on a mirror. */
  eventOf(mirror: MirrorRecord, repository: RepositoryRecord): MirrorEvent | undefined
  addEvent(mirror: MirrorRecord, repository: RepositoryRecord, event: MirrorEvent): void
}

/** Makes a world from its seed. */
export const createWorld = (settings: WorldSettings): World => {
  const startedAt = settings.now()
  const seed = makeSeed(settings.seed, {
    origin: settings.mirrorOrigin,
    startedAt,
    version: PRODUCT_VERSION[settings.profile],
  })
  const events = new Map<string, MirrorEvent>()
  let requests: RequestRecord[] | undefined
  let lastRequestId = 0
  const requestsOnce = () => {
    if (requests) return requests
    requests = [...seed.requests()]
    for (const { id } of requests) lastRequestId = Math.max(lastRequestId, id)
    return requests
  }
  return {
    settings,
    catalogue: seed.catalogue,
    life: settings.live ? createLife(seed.catalogue, seed.lives ?? {}, startedAt) : stillLife,
    signer: createLinkSigner(),
    sessions: createBrowserSessions(settings.contextPath, settings.now),
    mirrors: [...seed.mirrors],
    preferences: new Map(Object.entries(seed.preferences)),
    requests: requestsOnce,
    nextRequestId: () => {
      requestsOnce()
      lastRequestId += 1
      return lastRequestId
    },
    rateLimitedAt: new Map(),
    listMemory: newListMemory(),
    search: createRepositorySearch(seed.catalogue),
    eventOf: (mirror, repository) => events.get(eventKey(mirror.id, repository)),
    addEvent: (mirror, repository, event) => {
      events.set(eventKey(mirror.id, repository), event)
    },
  }
}
