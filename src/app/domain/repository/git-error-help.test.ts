import { expect, it } from 'vitest'
import { gitErrorHelp } from './git-error-help.ts'

it.each<[string, string | undefined]>([
  ["fatal: repository 'https://mirror.example.com/scm/prj/app.git/' not found", 'not-found'],
  ['remote: Repository not found', 'not-found'],
  ['Repository is not available on this mirror', 'not-found'],
  ['fatal: unable to access: The requested URL returned error: 404', 'not-found'],
  ["fatal: unable to access 'https://m/': Could not resolve host: m", 'dns'],
  ['ssh: Could not resolve hostname m: Name or service not known', 'dns'],
  ['git@m: Permission denied (publickey).\nfatal: Could not read from remote repository.', 'public-key'],
  ['fatal: unable to access: SSL certificate problem: certificate has expired', 'certificate'],
  ['error: The requested URL returned error: 503', 'unavailable'],
  ['error: The requested URL returned error: 429', 'rate-limited'],
  ['fatal: early EOF\nfatal: fetch-pack: invalid index-pack output', 'broke-off'],
  ['error: RPC failed; curl 56 Recv failure: Connection reset by peer', 'broke-off'],
  ['ssh: connect to host m port 7999: Connection timed out', 'timed-out'],
  ['ssh: connect to host m port 7999: Connection refused', 'refused'],
  ['Host key verification failed.\nfatal: Could not read from remote repository.', 'host-key'],
  ['remote: Authentication failed for https://m/', 'sign-in'],
  ["fatal: could not read Username for 'https://m': terminal prompts disabled", 'sign-in'],
  ['fatal: unable to access: The requested URL returned error: 403', 'forbidden'],
  ['Error downloading object: smudge filter lfs failed', 'lfs'],
  ['fatal: remote error: upload-pack: not our ref 1234', 'shallow'],
  ['! [remote rejected] main -> main (pre-receive hook declined)', 'read-only'],
  ["Cloning into 'app'...", undefined],
  ['', undefined],
])('reads "%s" as %s', (text, id) => {
  expect(gitErrorHelp(text)[0]?.id).toBe(id)
})

it('looks at the beginning of a long text alone', () => {
  expect(gitErrorHelp(`${'x'.repeat(20_000)} early EOF`)).toEqual([])
})
