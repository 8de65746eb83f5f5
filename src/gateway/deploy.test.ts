import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fetch } from 'undici'
import { describe, expect, it } from 'vitest'
import * as v from 'valibot'
import { SESSION_HEADER, session } from '#contract/session.ts'
import { behindProxy, DEPLOY, MIRRORS, startHaproxy, startNginx } from './testing/behind-proxy.ts'
import { mayTry } from './testing/may-try.ts'
import { OWN_HEADERS } from './testing/running-gateway.ts'

const JUDGE = 'systemd-analyze'

describe('the systemd unit', () => {
  it.skipIf(!mayTry(JUDGE))('limits what the process can reach, by systemd’s own rating', () => {
    const judged = spawnSync(
      JUDGE,
      ['security', '--offline=true', '--no-pager', '--threshold=20', join(DEPLOY, 'mirror-console.service')],
      { encoding: 'utf8' },
    )
    expect(judged.stdout).toMatch(/Overall exposure level for mirror-console\.service: [01]\.\d/)
    expect(judged.status).toBe(0)
  })

  it('keeps what the console needs: room to compile, and time to finish', () => {
    const unit = readFileSync(join(DEPLOY, 'mirror-console.service'), 'utf8')
    expect(unit).not.toMatch(/^MemoryDenyWriteExecute=yes/m)
    expect(Number(/^TimeoutStopSec=(\d+)$/m.exec(unit)?.[1])).toBeGreaterThan(10)
    expect(unit).not.toMatch(/SESSION_KEYS=\S/)
  })

  it('is described with settings as systemd reads them: what follows a value is part of it, a comment too', () => {
    const [, settings = ''] = /```sh\n(.*?)```/s.exec(readFileSync(join(DEPLOY, 'README.md'), 'utf8')) ?? []
    expect(settings).toMatch(/^BITBUCKET_URL=/m)
    expect(settings.split('\n').filter((line) => /^[^#].*[\s#]/.test(line))).toEqual([])
  })
})

describe.each([
  ['nginx', startNginx],
  ['haproxy', startHaproxy],
])('two replicas behind %s', { timeout: 60_000 }, (name, startProxyAt) => {
  it.skipIf(!mayTry(name))('pass on what a mirror says while another one hangs', async () => {
    const { url, ask } = await behindProxy(startProxyAt, 'broken')
    const signedIn = await ask('/-/session', {
      method: 'POST',
      headers: { ...OWN_HEADERS, 'content-type': 'application/json', origin: url },
      body: '{"username":"jcitizen","password":"jcitizen"}',
    })
    const cookie = signedIn.headers.get('set-cookie')?.split(';')[0] ?? ''
    const answer = await ask('/-/fleet?mirror=healthy&mirror=hangs', { headers: { cookie } })
    let text = ''
    for await (const chunk of answer.body ?? []) {
      text += Buffer.from(chunk).toString()
      if (text.includes('SYNCHRONIZED')) break
    }
    expect(text).toContain('"mirrorId":"healthy"')
    // A proxy that keeps lines back would have sent both mirrors in one piece.
    expect(text).not.toContain('"mirrorId":"hangs"')
  })

  it.skipIf(!mayTry(name))(
    'serve one session; one is killed during it, and no client sees an error',
    async () => {
      const { url, plainUrl, replicas, ask } = await behindProxy(startProxyAt)
      const own = { ...OWN_HEADERS, 'content-type': 'application/json', origin: url }
      const signedIn = await ask('/-/session', {
        method: 'POST',
        headers: own,
        body: '{"username":"jcitizen","password":"jcitizen"}',
      })
      expect(signedIn.status).toBe(200)
      expect(signedIn.headers.get('strict-transport-security')).toBe('max-age=31536000')
      const cookie = signedIn.headers.get('set-cookie')?.split(';')[0] ?? ''
      const { mark } = v.parse(session, await signedIn.json())
      expect(cookie).toMatch(/^__Host-mirror-console-[\da-f]{8}=/)

      const [first, second] = replicas
      const servedBefore: number[] = []
      let asked = 0
      const browse = async () => {
        const statuses = new Set<number>()
        for (let round = 0; round < 60; round += 1) {
          const answer = await ask(MIRRORS, { headers: { cookie } })
          statuses.add(answer.status)
          await answer.text()
          asked += 1
          if (asked === 100) {
            servedBefore.push(first?.served() ?? 0, second?.served() ?? 0)
            first?.program.kill('SIGKILL')
          }
        }
        return [...statuses]
      }
      const seen = await Promise.all([browse(), browse(), browse(), browse()])
      expect(await first?.program.ended).toBe(null)
      expect(Math.min(...servedBefore)).toBeGreaterThan(10)
      expect(seen.flat()).toEqual([200, 200, 200, 200])
      const who = await ask('/-/session', { headers: { cookie } })
      expect(await who.json()).toMatchObject({ user: 'jcitizen' })

      // A write is let through as well, with the proofs that the browser sent to the proxy.
      const chosen = await ask('/-/session', {
        method: 'DELETE',
        headers: { ...own, cookie, [SESSION_HEADER]: mark ?? '' },
      })
      expect(chosen.headers.get('set-cookie')).toContain('Max-Age=0')
      const elsewhere = await fetch(plainUrl, { redirect: 'manual' })
      expect(elsewhere.status).toBe(301)
      expect(elsewhere.headers.get('location')).toMatch(/^https:\/\//)
    },
  )
})
