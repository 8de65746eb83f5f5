import type { Arrival } from '#e2e/chaos/fault-wire.ts'

/** What can be done at Bitbucket. */
export type Deed =
  | 'accepted'
  | 'rejected'
  | 'deleted'
  | 'removed'
  | 'preferred'
  | 'cleared'
  | 'registered'
  | 'corrected'

/** Something that Bitbucket did, to whom it was done, and by which account; both `null` where it has none. */
export type Fact = { readonly deed: Deed; readonly name: string | null; readonly user: string | null }

/** Requests and mirrors as Bitbucket has them, by id. */
export type Standing = {
  readonly requests: ReadonlyMap<string, { readonly name: string; readonly state: string }>
  readonly mirrors: ReadonlyMap<string, { readonly name: string }>
}

/** A write in terms of what it does; `null` for one that changes nothing there. */
const deedOf = ({
  method,
  path,
}: Pick<Arrival, 'method' | 'path'>): { readonly deed: Deed; readonly id: string } | null => {
  const [, rest = ''] = path.split('/rest/mirroring/latest/')
  const [noun, id = '', verb] = rest.split('/').map((part) => decodeURIComponent(part))
  if (noun === 'account') return { deed: method === 'DELETE' ? 'cleared' : 'preferred', id: '' }
  if (noun === 'mirrorServers' && verb === undefined) {
    return { deed: method === 'DELETE' ? 'removed' : 'corrected', id }
  }
  if (noun !== 'requests') return null
  if (verb === 'accept') return { deed: 'accepted', id }
  if (verb === 'reject') return { deed: 'rejected', id }
  return { deed: method === 'DELETE' ? 'deleted' : 'registered', id }
}

/** Whether it is so now, for a write whose answer Bitbucket itself lost. */
const isSo = (deed: Deed, id: string, { requests, mirrors }: Standing): boolean => {
  switch (deed) {
    case 'accepted':
    case 'rejected':
      return requests.get(id)?.state === deed.toUpperCase()
    case 'deleted':
      return !requests.has(id)
    case 'removed':
      return !mirrors.has(id)
    case 'preferred':
    case 'cleared':
    case 'registered':
    case 'corrected':
      return false
  }
}

const namedIn = (body: string): unknown => {
  try {
    const read: unknown = JSON.parse(body)
    return typeof read === 'object' && read !== null && 'mirrorName' in read ? read.mirrorName : read
  } catch {
    return null
  }
}

/**
 * What Bitbucket did for one write; `null` where it did nothing.
 *
 * @param names of every request and mirror that ever was, by `requests/<id>` and `mirrors/<id>`.
 */
export const factOf = (
  arrival: Arrival,
  standing: Standing,
  names: ReadonlyMap<string, string>,
): Fact | null => {
  const done = deedOf(arrival)
  if (done === null) return null
  const { deed, id } = done
  const isDone = arrival.status === null ? isSo(deed, id, standing) : arrival.status < 300
  if (!isDone) return null
  const { user } = arrival
  const named = namedIn(arrival.body)
  switch (deed) {
    case 'cleared':
      return { deed, name: null, user }
    case 'registered':
      return { deed, name: String(named), user }
    case 'preferred':
      return { deed, name: names.get(`mirrors/${String(named)}`) ?? null, user }
    case 'removed':
    case 'corrected':
      return { deed, name: names.get(`mirrors/${id}`) ?? null, user }
    case 'accepted':
    case 'rejected':
    case 'deleted':
      return { deed, name: names.get(`requests/${id}`) ?? null, user }
  }
}
