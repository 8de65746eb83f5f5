import type { MirroringRequest } from '#contract/mirroring-request.ts'
import type { Happening } from '#e2e/chaos/act.ts'
import type { Hall } from '#e2e/chaos/hall.ts'

const chosen = <One>(all: readonly One[], nth: number): One | undefined => all[nth % Math.max(1, all.length)]

const pendingAt = async ({ world }: Hall, nth: number): Promise<MirroringRequest | undefined> =>
  chosen(await world.bitbucket.requestsIn('PENDING'), nth)

/** Ends every fault: all browsers are online, and both wires pass everything on. */
export const heal = async (hall: Hall): Promise<void> => {
  hall.world.wire.setFault(null)
  for (const desk of hall.desks) {
    await desk.context.setOffline(false)
    desk.isOffline = false
  }
  hall.isTroubled = false
}

const ANY_WRITE = /^(?:POST|PUT|DELETE) \/rest\//

/** Lets something happen that no person at the console does. `compare` is done by who judges. */
export const performHappening = async (event: Happening, hall: Hall): Promise<void> => {
  const { bitbucket } = hall.world
  switch (event.kind) {
    case 'fault':
      hall.world.wire.setFault(event.fault)
      hall.isTroubled = true
      return
    case 'heal':
      await heal(hall)
      return
    case 'offline':
    case 'end-session': {
      const desk = chosen(hall.desks, event.browser)
      if (desk === undefined) return
      if (event.kind === 'end-session') await desk.context.clearCookies()
      else {
        await desk.context.setOffline(true)
        desk.isOffline = true
        hall.isTroubled = true
      }
      return
    }
    case 'restart-console':
      await hall.world.restartConsole()
      return
    case 'lose-next-answer':
      hall.world.line.loseAnswerTo(ANY_WRITE)
      return
    case 'asks-to-join':
      await bitbucket.call('createRequest', {
        body: {
          mirrorName: `Newcomer ${event.number}`,
          mirrorId: `NEWCOMER-${event.number}`,
          mirrorBaseUrl: `https://newcomer-${event.number}.example.com`,
          mirrorType: 'SINGLE',
          productVersion: '8.16.2',
        },
      })
      return
    case 'accepted-elsewhere':
    case 'rejected-elsewhere': {
      const request = await pendingAt(hall, event.nth)
      if (request === undefined) return
      const operation = event.kind === 'accepted-elsewhere' ? 'acceptRequest' : 'rejectRequest'
      // Some requests are named for losing the answer.
      await bitbucket
        .call(operation, { parameters: { mirroringRequestId: request.id } })
        .catch(() => undefined)
      return
    }
    case 'removed-elsewhere':
    case 'mirror-dies': {
      const mirrors = await bitbucket.mirrors()
      const mirror = chosen(mirrors, event.nth)
      if (mirror === undefined || mirrors.length < 3) return
      const parameters = { mirrorId: mirror.id }
      if (event.kind === 'removed-elsewhere') {
        await bitbucket.call('removeMirror', { parameters }).catch(() => undefined)
      } else {
        const body = { baseUrl: 'http://127.0.0.1:1', productVersion: '8.16.2' }
        await bitbucket.call('updateMirror', { parameters, body })
      }
      return
    }
    case 'compare':
  }
}
