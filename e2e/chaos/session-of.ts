import * as v from 'valibot'
import { SESSION_PATH, session } from '#contract/session.ts'
import type { Desk } from './hall.ts'

/** Who is signed in in a browser, by the console's own answer; `null` where no one is. */
export const sessionOf = async ({ context }: Desk, url: string): Promise<string | null> => {
  const answer = await context.request.get(url + SESSION_PATH)
  return v.parse(session, await answer.json()).user
}
