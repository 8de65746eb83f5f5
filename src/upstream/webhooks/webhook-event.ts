import { ACCOUNTS } from '#upstream/accounts.ts'
import type { Happening } from '#upstream/life/happening.ts'
import { stableHex, stableNumber } from '#upstream/stable-number.ts'
import { repositoryWire } from '#upstream/wire/repository-wire.ts'

/** A webhook's event. Source: the vendor's "Event payload", 8.15, and recorded bodies. */
export type WebhookEvent = {
  readonly eventKey: 'repo:refs_changed' | 'mirror:repo_synchronized'
  /** A UUID that no other event of this world has. */
  readonly requestId: string
  readonly body: Readonly<Record<string, unknown>>
}

/** Whoever could push: one who reads nothing cannot. */
const PUSHERS = ACCOUNTS.filter(({ permission }) => permission !== 'nothing')

const actorOf = (repositoryId: number, push: number) => {
  const pusher = PUSHERS[stableNumber(`pusher ${repositoryId} ${push}`) % PUSHERS.length]
  return (
    pusher && {
      name: pusher.name,
      emailAddress: `${pusher.name}@example.com`,
      id: pusher.id,
      displayName: pusher.displayName,
      active: true,
      slug: pusher.name,
      type: 'NORMAL',
    }
  )
}

/** To the second and with an offset, as the vendor's examples have it: `2017-09-19T09:58:11+1000`. */
const dateOf = (at: number) => `${new Date(at).toISOString().slice(0, 19)}+0000`

const commitAfter = (repositoryId: number, pushes: number) =>
  stableHex(`commit ${repositoryId} ${pushes}`, 40)

const changeOf = ({ repository: { id, defaultBranchId }, push }: Happening) => ({
  ref: {
    id: defaultBranchId,
    displayId: defaultBranchId.replace(/^refs\/heads\//, ''),
    type: 'BRANCH',
  },
  refId: defaultBranchId,
  fromHash: commitAfter(id, push - 1),
  toHash: commitAfter(id, push),
  type: 'UPDATE',
})

const requestIdOf = ({ at, repository, mirror }: Happening) =>
  stableHex(`webhook ${at} ${repository.id} ${mirror?.id ?? ''}`, 32).replace(
    /^(.{8})(.{4})(.{4})(.{4})(.{12})$/,
    '$1-$2-$3-$4-$5',
  )

/** What Bitbucket at `baseUrl` tells about something that happened. */
export const webhookEventOf = (happening: Happening, baseUrl: string): WebhookEvent => {
  const { at, repository, push, mirror } = happening
  const date = dateOf(at)
  const about = { repository: repositoryWire(repository, baseUrl), changes: [changeOf(happening)] }
  const requestId = requestIdOf(happening)
  if (mirror === null) {
    const eventKey = 'repo:refs_changed'
    return { eventKey, requestId, body: { eventKey, date, actor: actorOf(repository.id, push), ...about } }
  }
  const eventKey = 'mirror:repo_synchronized'
  const mirrorServer = { id: mirror.id, name: mirror.name }
  // Documented in lower case; recorded bodies have upper case.
  const synchronized = { mirrorServer, syncType: 'INCREMENTAL', refLimitExceeded: false }
  return { eventKey, requestId, body: { eventKey, date, ...synchronized, ...about } }
}
