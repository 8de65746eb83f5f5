import { ACCOUNTS } from './accounts.ts'
import { fetchUpstream } from './fetch-upstream.ts'
import { fetchMirror } from './mirrors/fetch-mirror.ts'
import type { ListBehaviour } from './list-names.ts'
import type { Profile } from './profile.ts'
import { mirrorHostOf } from './records/mirror-record.ts'
import type { SeedName } from './seed-names.ts'
import { type Wait, wait } from './wait.ts'
import { createWebhookSender, type SendRequest, type WebhookTarget } from './webhooks/webhook-sender.ts'
import { createWorld } from './world.ts'

/** How a small Bitbucket is made. */
export type SmallBitbucketOptions = {
  readonly seed: SeedName
  /**
   * Whether repositories are pushed to by themselves, mirrors follow, and, in `calm`, go and come back. By default it is
   * still.
   */
  readonly live?: boolean
  /** How lists are given; plain by default. */
  readonly lists?: ListBehaviour
  /** 8.16 by default. */
  readonly profile?: Profile
  /** The upstream's clock, in epoch ms. */
  readonly now?: () => number
  /** How slow answers wait; the real clock by default. */
  readonly wait?: Wait
  /** Such as `/bitbucket`; none by default. */
  readonly contextPath?: string
  /** The origin on which a mirror answers: one of its own for each key, and always the same. */
  readonly mirrorOrigin: (mirrorKey: string) => string
  /** Its own address, with the context path. */
  readonly baseUrl: string
  /** Who gets webhooks; asked at every sending, since a receiver may start later. Nobody by default. */
  readonly webhook?: () => WebhookTarget | null
  /** How webhooks are sent; `fetch` by default. */
  readonly sendWebhook?: SendRequest
}

/** An account to sign in with. */
export type SmallBitbucketAccount = {
  readonly name: string
  readonly password: string
  readonly token: string
  readonly role: string
}

/** A Bitbucket and its mirrors, in memory. */
export type SmallBitbucket = {
  /** The upstream: its REST API, and a redirect to the login page for everything else. */
  readonly fetch: (request: Request) => Promise<Response>
  /** The mirrors; host and port of the address select one. */
  readonly fetchMirror: (request: Request) => Promise<Response>
  /** Host and port of each mirror that Bitbucket has now, as its record says; also of those that lead nowhere. */
  readonly mirrorHosts: () => readonly string[]
  readonly accounts: readonly SmallBitbucketAccount[]
  /**
   * Sends the webhooks of what happened since the last call, oldest first. Whoever serves it calls this about every
   * second; it keeps no timer of its own. Never rejects: what is not taken is lost.
   */
  readonly sendWebhooks: (signal: AbortSignal) => Promise<void>
}

/** Makes a small Bitbucket. Each has a world of its own. */
export const createSmallBitbucket = (options: SmallBitbucketOptions): SmallBitbucket => {
  const world = createWorld({
    seed: options.seed,
    live: options.live ?? false,
    lists: options.lists ?? 'plain',
    profile: options.profile ?? '8.16',
    now: options.now ?? Date.now,
    wait: options.wait ?? wait,
    contextPath: (options.contextPath ?? '').replace(/\/+$/, ''),
    mirrorOrigin: options.mirrorOrigin,
    baseUrl: options.baseUrl.replace(/\/+$/, ''),
  })
  return {
    fetch: (request) => fetchUpstream(world, request),
    fetchMirror: (request) => fetchMirror(world, request),
    mirrorHosts: () => world.mirrors.map(({ baseUrl }) => mirrorHostOf(baseUrl)),
    sendWebhooks: createWebhookSender(
      world,
      options.webhook ?? (() => null),
      options.sendWebhook ?? ((request) => fetch(request)),
    ),
    accounts: ACCOUNTS.map(({ name, password, token, role }) => ({ name, password, token, role })),
  }
}
