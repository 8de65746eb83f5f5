import * as v from 'valibot'
import { mirrorRecord, repositoryMirrorEvent } from '#contract/mirror-commands.ts'
import { QUEUE_MS } from '#upstream/mirrors/mirror-event.ts'
import { mirrorPanel } from '#upstream/mirrors/mirror-panel.ts'
import { pageOf } from '#upstream/paging.ts'
import { replyBreakingAfter, replyWithHtml, replyWithJson, replyWithNothing } from '#upstream/reply.ts'
import { readJson } from '#upstream/request-body.ts'
import { badRequest } from '#upstream/rest-failure.ts'
import { rowsOfList } from '#upstream/rows.ts'
import { stableHex } from '#upstream/stable-number.ts'
import { mirrorWire } from '#upstream/wire/mirror-wire.ts'
import { findMirror, findRepository } from './find-visible.ts'
import type { Handlers } from './handler.ts'

/** Mirror servers: what has been accepted. */
export const mirrorHandlers = {
  listMirrors: (exchange) =>
    replyWithJson(
      pageOf(
        rowsOfList(exchange.world.mirrors),
        exchange,
        () => true,
        (mirror) => mirrorWire(exchange.world, mirror, exchange.now),
      ),
    ),
  getMirror: (exchange, { mirrorId }) =>
    replyWithJson(mirrorWire(exchange.world, findMirror(exchange, mirrorId), exchange.now)),
  updateMirror: async (exchange, { mirrorId }) => {
    const { world, request, now } = exchange
    const mirror = findMirror(exchange, mirrorId)
    const body = v.safeParse(mirrorRecord, await readJson(request))
    if (!body.success) throw badRequest('The body is not a mirror record.')
    const { baseUrl, productVersion, productType } = body.output
    if (baseUrl !== undefined && !/^https?:\/\//i.test(baseUrl))
      throw badRequest('The address is not a web address.')
    const updated = {
      ...mirror,
      baseUrl: baseUrl ?? mirror.baseUrl,
      productVersion: productVersion ?? mirror.productVersion,
      productType: productType ?? mirror.productType,
    }
    world.mirrors.splice(world.mirrors.indexOf(mirror), 1, updated)
    return replyWithJson(mirrorWire(world, updated, now))
  },
  removeMirror: (exchange, { mirrorId }) => {
    const { world } = exchange
    const mirror = findMirror(exchange, mirrorId)
    world.mirrors.splice(world.mirrors.indexOf(mirror), 1)
    for (const [name, preferred] of world.preferences) {
      if (preferred === mirrorId) world.preferences.delete(name)
    }
    return mirror.isRemovalAnswerLost ? replyBreakingAfter('') : replyWithNothing()
  },
  publishEvent: async (exchange, { mirrorId }) => {
    const mirror = findMirror(exchange, mirrorId)
    const body = v.safeParse(repositoryMirrorEvent, await readJson(exchange.request))
    if (!body.success) throw badRequest('The body is not an event.')
    const repository = findRepository(exchange, body.output.upstreamRepoId)
    exchange.world.addEvent(mirror, repository, {
      type: body.output.type,
      effectiveAt: exchange.now + QUEUE_MS,
    })
    return replyWithNothing()
  },
  // The field's name is not documented.
  getMirrorToken: (exchange, { mirrorId }) =>
    replyWithJson({ token: stableHex(`token ${findMirror(exchange, mirrorId).id}`, 40) }),
  getMirrorPanel: (exchange, { mirrorId }) => replyWithHtml(mirrorPanel(findMirror(exchange, mirrorId))),
} satisfies Partial<Handlers>
