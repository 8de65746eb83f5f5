import type { QueryClient } from '@tanstack/react-query'
import * as v from 'valibot'
import { type Session, session } from '#contract/session.ts'
import { forgetPerson } from '#app/browser/personal-store.ts'
import { sessionKey } from '#app/api/session-key.ts'
import { lastUser } from './last-user.ts'
import { openSessionChannel } from './session-channel.ts'
import { readSession } from './session.ts'

/** Whether it is the same person as before. People whom Bitbucket did not name cannot be distinguished. */
export const isSamePerson = ({ user, isNamed }: Session): boolean =>
  user !== null && isNamed && user === lastUser.get()

/**
 * Takes over what another tab did to the session. The same person goes on with the new session and keeps what was
 * typed; for anyone else the page is loaded afresh, so that no data of one person stays before another.
 */
const takeOver = (client: QueryClient, current: Session, reload: () => void): void => {
  if (isSamePerson(current)) {
    client.setQueryData(sessionKey, current)
    void client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== sessionKey[0] })
    return
  }
  client.clear()
  forgetPerson()
  reload()
}

/**
 * Follows the session over all tabs.
 *
 * @param reload loads the page afresh.
 * @returns `check`, for a refusal that says that the session is another one, and `stop`.
 */
export const followSession = (client: QueryClient, reload: () => void) => {
  const check = (): void => {
    // What cannot be read leaves the page as it is: the gateway goes on refusing to act for it.
    readSession().then(
      (current) => takeOver(client, current, reload),
      () => undefined,
    )
  }
  const channel = openSessionChannel()
  channel?.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    const read = v.safeParse(session, data)
    const own = client.getQueryData<Session>(sessionKey)
    // A page that shows no one's data has nothing to lose.
    if (!read.success || lastUser.get() === null || read.output.mark === own?.mark) return
    if (isSamePerson(read.output)) check()
    else takeOver(client, read.output, reload)
  })
  return { check, stop: () => channel?.close() }
}
