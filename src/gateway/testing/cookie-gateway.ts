import * as v from 'valibot'
import { operations } from '#contract/operations.ts'
import { session } from '#contract/session.ts'
import { type CookieAnswer, startCookieUpstream } from './cookie-upstream.ts'
import { runningGateway } from './running-gateway.ts'

/** The list of mirrors, and the preference, by which a session is checked. */
export const MIRRORS = operations.listMirrors.path
export const PREFERRED = operations.getPreferredMirror.path

/** Cookies of two people. */
export const ALICE = 'BITBUCKETSESSIONID=alice-1'
export const BOB = 'BITBUCKETSESSIONID=bob-1'

/** Bitbucket's words for a refusal. */
export const REFUSAL = '{"errors":[{"context":null,"message":"No","exceptionName":null}]}'

type Rule = NonNullable<Parameters<typeof startCookieUpstream>[0]>

/** A gateway that uses the sessions of the Bitbucket behind it. */
export const cookieGateway = async (rule?: Rule) => {
  const upstream = await startCookieUpstream(rule)
  const gateway = await runningGateway(upstream.url, {
    env: { SIGN_IN: 'bitbucket-session', MIRROR_NETWORKS: '127.0.0.0/8' },
  })
  const ask = (
    path: string,
    cookie: string,
    {
      headers = {},
      ...init
    }: Omit<RequestInit, 'headers'> & { readonly headers?: Readonly<Record<string, string>> } = {},
  ) => fetch(gateway.url + path, { ...init, headers: { ...headers, cookie } })
  const who = async (cookie: string) => v.parse(session, await (await ask('/-/session', cookie)).json())
  return { upstream, gateway, ask, who }
}

/** Status and kind of an error of the gateway. */
export const kindOf = async (answer: Response): Promise<readonly [number, string]> => [
  answer.status,
  v.parse(v.object({ kind: v.string() }), await answer.json()).kind,
]

/** Answers everything but the question who it is. */
export const butWho =
  (answer: CookieAnswer): Rule =>
  (request) =>
    request.url?.includes(PREFERRED) === true ? null : answer
