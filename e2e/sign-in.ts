import type { Page } from '@playwright/test'
import { CSRF_HEADER, CSRF_VALUE, SESSION_PATH } from '#contract/session.ts'

/** The accounts of the small Bitbucket; each password is the name. */
export type AccountName = 'admin' | 'jcitizen' | 'guest'

/**
 * Signs a page in without the form, through the gateway's own session resource. The page keeps the cookie.
 *
 * @throws Error with the status when the gateway refuses.
 */
export const signIn = async (page: Page, url: string, account: AccountName): Promise<void> => {
  const answer = await page.request.post(url + SESSION_PATH, {
    headers: { [CSRF_HEADER]: CSRF_VALUE, origin: url },
    data: { username: account, password: account },
  })
  if (!answer.ok()) throw new Error(`Signing in as ${account} was answered with ${answer.status()}.`)
}
