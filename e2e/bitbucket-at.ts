import * as v from 'valibot'
import type { MirrorServer } from '#contract/mirror-server.ts'
import type { MirroringRequest } from '#contract/mirroring-request.ts'
import type { InputOf } from '#contract/operation.ts'
import { type OperationName, type Operations, operations } from '#contract/operations.ts'
import { parseJson } from '#contract/parse-json.ts'
import { wireRequest } from '#contract/wire-request.ts'
import type { AccountName } from './sign-in.ts'

/** One answer of Bitbucket, as it came. */
export type Answer = { readonly status: number; readonly text: string }

/** Bitbucket itself, called as one account and past the console. */
export type Bitbucket = {
  /** Any row of the contract. */
  readonly call: <Name extends OperationName>(name: Name, input: InputOf<Operations[Name]>) => Promise<Answer>
  /** First page of requests in this state. */
  readonly requestsIn: (state: string) => Promise<readonly MirroringRequest[]>
  /** First page of mirrors. */
  readonly mirrors: () => Promise<readonly MirrorServer[]>
  /** The account's preferred mirror, or `null` when none is set. */
  readonly preferredMirror: () => Promise<MirrorServer | null>
}

const expected = (name: OperationName, { status, text }: Answer): unknown => {
  if (status !== 200) throw new Error(`${name} was answered with ${status}: ${text.slice(0, 500)}`)
  return parseJson(text)
}

/** Calls the Bitbucket at `url` with basic authentication; the password is the name. */
export const bitbucketAt = (url: string, account: AccountName): Bitbucket => {
  const call: Bitbucket['call'] = async (name, input) => {
    const { method, target, headers, body } = wireRequest(name, input)
    const authorization = `Basic ${btoa(`${account}:${account}`)}`
    const answer = await fetch(url + target, { method, headers: { ...headers, authorization }, body })
    return { status: answer.status, text: await answer.text() }
  }
  return {
    call,
    requestsIn: async (state) => {
      const answer = await call('listRequests', { query: { state, limit: 1000 } })
      return v.parse(operations.listRequests.result, expected('listRequests', answer)).values
    },
    mirrors: async () => {
      const answer = await call('listMirrors', { query: { limit: 1000 } })
      return v.parse(operations.listMirrors.result, expected('listMirrors', answer)).values
    },
    preferredMirror: async () => {
      const answer = await call('getPreferredMirror', {})
      if (answer.status === 404) return null
      return v.parse(operations.getPreferredMirror.result, expected('getPreferredMirror', answer))
    },
  }
}
