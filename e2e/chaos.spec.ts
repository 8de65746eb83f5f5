import { expect, test } from '@playwright/test'
import type { Act } from './chaos/act.ts'
import { comparePages } from './chaos/compare.ts'
import { replay } from './chaos/explore.ts'
import { createJudge } from './chaos/judge.ts'
import { recover } from './chaos/recover.ts'
import { startRun } from './chaos/run.ts'

/** A little of everything, each act where it is possible: what chance makes of it is for `npm run chaos`. */
const ACTS: Act[] = [
  { kind: 'decide', browser: 0, tab: 0, decision: 'accept', nth: 0, press: 'twice' },
  { kind: 'lose-next-answer' },
  { kind: 'decide', browser: 0, tab: 0, decision: 'reject', nth: 0, press: 'held' },
  { kind: 'prefer', browser: 1, tab: 0, nth: 2, press: 'twice' },
  { kind: 'open-tab', browser: 1, tab: 0, page: 'Mirrors' },
  { kind: 'fault', fault: 'loses-answers' },
  { kind: 'remove-mirror', browser: 0, tab: 0, nth: 1, press: 'once' },
  { kind: 'fault', fault: 'broken-body' },
  { kind: 'correct', browser: 0, tab: 0, nth: 0, press: 'once' },
  { kind: 'restart-console' },
  { kind: 'open', browser: 2, tab: 0, page: 'Coverage' },
  { kind: 'heal' },
  { kind: 'asks-to-join', number: 1 },
  { kind: 'sign-in', browser: 1, tab: 1, account: 'admin' },
  { kind: 'end-session', browser: 1 },
  { kind: 'decide', browser: 1, tab: 0, decision: 'delete', nth: 1, press: 'once' },
  { kind: 'offline', browser: 0 },
  { kind: 'refresh', browser: 0, tab: 0 },
]

test('what several people do while much fails keeps every promise', async ({ browser }) => {
  test.slow()
  await replay(browser, { seed: 'calm', acts: ACTS }, () => undefined)
})

test('a page that breaks a promise is noticed, whichever promise it is', async ({ browser }) => {
  test.slow()
  const run = await startRun(browser, 'calm')
  try {
    const { hall } = run
    const [desk] = hall.desks
    const [tab] = desk?.tabs ?? []
    if (desk === undefined || tab === undefined) throw new Error('There is no tab.')
    const { wire, passwords } = hall.world
    await fetch(`${wire.url}/rest/mirroring/latest/requests/7/reject`, {
      method: 'POST',
      headers: {
        authorization: `Basic ${btoa(`admin:${passwords.admin}`)}`,
        'x-atlassian-token': 'no-check',
      },
    })
    await expect(tab.page.getByTitle('Signed in as')).toHaveText('admin')
    await tab.page.evaluate((secret) => {
      reportError(new Error('A fault'))
      void Promise.reject(new Error('Nobody waits for this'))
      new Image().src = 'https://elsewhere.example/picture.png'
      localStorage.setItem('kept', secret)
      document.querySelector('[role="status"]')?.append('Sydney was accepted')
      document.querySelector('[title="Signed in as"]')?.replaceChildren('jcitizen')
      const alert = document.createElement('p')
      alert.setAttribute('role', 'alert')
      alert.append('Nothing leads on from here')
      document.querySelector('main')?.append(alert)
    }, passwords.admin)

    const noticed = (await createJudge(hall, 2).look()).join('\n')
    expect.soft(noticed).toContain('requests/7/reject by admin, which no press of a button explains')
    expect.soft(noticed).toContain('said “Sydney was accepted”, and Bitbucket did not do that')
    expect.soft(noticed).toContain('uncaught: A fault')
    expect.soft(noticed).toContain('uncaught: Nobody waits for this')
    expect.soft(noticed).toContain('policy violation: img-src')
    expect.soft(noticed).toMatch(/The password of admin .*can be read in the storage of browser 0, tab 1/)
    expect.soft(noticed).toContain('browser 0, tab 1 shows the name jcitizen, while admin is signed in')
    expect.soft(await recover(hall, desk, tab, 2)).toContain('dead end at /: Nothing leads on from here')

    await tab.page.addInitScript(() => {
      document.addEventListener('DOMContentLoaded', () => {
        new MutationObserver(() => {
          for (const word of document.querySelectorAll('td [data-tone]')) {
            if (word.textContent === 'Healthy') word.textContent = 'Timed out'
          }
        }).observe(document, { subtree: true, childList: true })
      })
    })
    expect.soft((await comparePages(hall, 0, 2)).join('\n')).toContain('The list says “Timed out” of')
  } finally {
    await run.close()
  }
})
