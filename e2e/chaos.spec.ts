import { expect, test } from '@playwright/test'
import { comparePages } from './chaos/compare.ts'
import { explore } from './chaos/explore.ts'
import { createJudge } from './chaos/judge.ts'
import { recover } from './chaos/recover.ts'
import { startRun } from './chaos/run.ts'

/** Acts of one seed, at most. */
const ACTS = 24

/** A minute of chance, the same each time: of these two seeds come acts of 24 kinds. `npm run chaos` has all others. */
for (const seed of [50, 347]) {
  test(`what several people do by chance while much fails keeps every promise, seed ${seed}`, async ({
    browser,
  }) => {
    test.slow()
    const bounds = { acts: ACTS, actsUntil: Infinity, shrinkMs: 0 }
    const { done, skipped, failure } = await explore(browser, seed, bounds, () => undefined)
    expect(failure, `${failure?.words}\n${JSON.stringify(failure?.plan)}`).toBeNull()
    // Most acts are possible: a console in which nothing can be pressed would keep every promise too.
    expect(done).toBeGreaterThan(skipped)
  })
}

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
