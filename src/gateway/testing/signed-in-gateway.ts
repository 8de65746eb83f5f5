import { startRawUpstream } from './raw-upstream.ts'
import { runningGateway } from './running-gateway.ts'

type Asked = Omit<RequestInit, 'headers'> & { readonly headers?: Record<string, string> }

/** A gateway before an upstream that always answers the same bytes, and a user who is signed in. */
export const signedInGateway = async (
  answer: string,
  more: Parameters<typeof runningGateway>[1] = {},
  path = '',
) => {
  const upstream = await startRawUpstream((_request, socket) => socket.write(answer))
  const gateway = await runningGateway(upstream.url + path, more)
  const cookie = await gateway.cookieOf('admin', 'Bearer admin-token')
  const own = await gateway.writeHeadersOf(cookie)
  const ask = (target: string, init: Asked = {}) =>
    fetch(gateway.url + target, { ...init, headers: { ...own, ...init.headers } })
  return { upstream, gateway, cookie, ask }
}
