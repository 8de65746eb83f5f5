import { Agent } from 'undici'
import { isLoopbackHost } from '#gateway/http/loopback-host.ts'
import { HEALTH_PATH } from '#gateway/ops/check-paths.ts'
import type { Config } from '#gateway/ops/config.ts'
import { trustedAuthorities } from '#gateway/upstream/trusted-authorities.ts'
import { connectionTrouble } from './connection-trouble.ts'
import { type Finding, note, ok, wrong } from './finding.ts'

/** How long the console itself may take to say that it runs, in ms. */
const TIMEOUT_MS = 5000

/** Longer than what the console answers there. */
const MAX_ANSWER = 200

const textOf = async (body: AsyncIterable<Uint8Array>): Promise<string> => {
  let text = ''
  for await (const chunk of body) {
    text += Buffer.from(chunk).toString()
    if (text.length > MAX_ANSWER) break
  }
  return text
}

const RUNS = /^\{"status":"alive"\}$/

const whatAnswers = async (publicUrl: string, certificates: string | null): Promise<Finding> => {
  const { origin, pathname } = new URL(publicUrl)
  const ca = trustedAuthorities(certificates)
  const agent = new Agent({ connect: { timeout: TIMEOUT_MS, ...(ca === undefined ? {} : { ca }) } })
  try {
    const { body } = await agent.request({
      origin,
      path: pathname.replace(/\/$/, '') + HEALTH_PATH,
      method: 'GET',
      signal: AbortSignal.timeout(TIMEOUT_MS),
    })
    return RUNS.test(await textOf(body as AsyncIterable<Uint8Array>))
      ? ok(`A running console answers at ${publicUrl}.`)
      : note(
          `No console answers at ${publicUrl}. Where it is not running yet, check again when it is; otherwise check the proxy in front.`,
        )
  } catch (error) {
    return note(`From this machine, ${publicUrl} does not answer: ${connectionTrouble(error)}`)
  } finally {
    await agent.destroy()
  }
}

/** Whether `PUBLIC_URL` can be the address that people use, and what answers there now. */
export const checkPublicUrl = async (
  config: Pick<Config, 'publicUrl' | 'host' | 'port' | 'trustedProxies' | 'certificates'>,
  upstream: string | null,
): Promise<readonly Finding[]> => {
  const { publicUrl, host, port } = config
  if (publicUrl === null) {
    return [
      isLoopbackHost(host)
        ? note(
            `PUBLIC_URL is not set: people on this machine alone reach the console, at http://${host}:${port}.`,
          )
        : note(`PUBLIC_URL is not set: people must open http://${host}:${port}, without HTTPS.`),
    ]
  }
  if (publicUrl === upstream) {
    return [wrong('PUBLIC_URL is the address of Bitbucket. Set it to the address of this console.')]
  }
  const { protocol, hostname } = new URL(publicUrl)
  const isPlain = protocol === 'http:' && !isLoopbackHost(hostname)
  return [
    ...(isPlain
      ? [
          note(
            'PUBLIC_URL begins with http://: sign-ins cross the network unprotected, and tabs share no stream of events. Use https://.',
          ),
        ]
      : []),
    ...(config.trustedProxies.length === 0 && !isLoopbackHost(hostname)
      ? [
          note(
            'TRUSTED_PROXIES is not set: wrong sign-ins are not counted by address. Name the proxies in front.',
          ),
        ]
      : []),
    await whatAnswers(publicUrl, config.certificates),
  ]
}
