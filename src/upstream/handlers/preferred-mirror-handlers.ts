import { badRequest, noSuchMirror, notPermitted } from '#upstream/rest-failure.ts'
import { replyWithJson, replyWithNothing } from '#upstream/reply.ts'
import { readJson } from '#upstream/request-body.ts'
import type { Exchange } from '#upstream/exchange.ts'
import { mirrorWire } from '#upstream/wire/mirror-wire.ts'
import type { Handlers } from './handler.ts'

const nameOf = ({ caller }: Exchange): string => {
  if (caller === null) throw notPermitted()
  return caller.name
}

/** The caller's own preference. No caller can see or change another's. */
export const preferredMirrorHandlers = {
  getPreferredMirror: (exchange) => {
    const { world, now } = exchange
    const id = world.preferences.get(nameOf(exchange))
    const mirror = world.mirrors.find((mirror) => mirror.id === id)
    if (id === undefined || !mirror) throw noSuchMirror(id ?? '(none)')
    return replyWithJson(mirrorWire(world, mirror, now))
  },
  setPreferredMirror: async (exchange) => {
    const { world, request } = exchange
    const id = await readJson(request)
    if (typeof id !== 'string') throw badRequest('The body is not a mirror id.')
    if (!world.mirrors.some((mirror) => mirror.id === id)) throw noSuchMirror(id)
    world.preferences.set(nameOf(exchange), id)
    return replyWithNothing()
  },
  clearPreferredMirror: (exchange) => {
    exchange.world.preferences.delete(nameOf(exchange))
    return replyWithNothing()
  },
} satisfies Partial<Handlers>
