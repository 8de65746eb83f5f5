/**
 * Makes sure that a Chromium is there before the browser tests start. Silent when one is found; otherwise says what
 * it installs, and ends with one sentence and exit code 1 when it cannot.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { findChromium } from './find-chromium.ts'

type Way = { readonly what: string; readonly install: () => string | null }

const ADVICE =
  'No working Chromium was found and none could be installed: install Chromium or Google Chrome, or run "npx playwright install --with-deps chromium", then run the tests again.'

const isRoot = process.getuid?.() === 0

/** Starting it once is the only proof: a downloaded browser may lack the system's libraries. */
const hasWorkingChromium = (): boolean => {
  const found = findChromium()
  if (found === null) return false
  // On Windows, chrome.exe opens a window instead of printing its version.
  if (process.platform === 'win32') return true
  return spawnSync(found.path, ['--version'], { timeout: 30_000 }).status === 0
}

/** Runs a command quietly; answers what it printed when it failed, `null` when it worked. */
const complaintOf = (command: string, args: readonly string[], limitMs: number): string | null => {
  const run = spawnSync(command, args, {
    encoding: 'utf8',
    timeout: limitMs,
    env: {
      ...process.env,
      DEBIAN_FRONTEND: 'noninteractive',
      PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: '15000',
    },
  })
  if (run.status === 0) return null
  return [run.stdout, run.stderr, run.error?.message].filter(Boolean).join('\n') || `${command} failed`
}

const debianPackage: Way = {
  what: "Debian's package (about 100 MB)",
  install: () =>
    complaintOf('apt-get', ['update', '-qq'], 120_000) ??
    complaintOf(
      'apt-get',
      [
        'install',
        '-y',
        '-qq',
        '--no-install-recommends',
        'chromium-headless-shell',
        'fonts-liberation',
        'fonts-noto-color-emoji',
      ],
      300_000,
    ),
}

const playwrightsOwn: Way = {
  what: "Playwright's own",
  install: () => {
    const cli = createRequire(import.meta.url).resolve('@playwright/test/cli')
    const withLibraries = isRoot && process.platform === 'linux' ? ['--with-deps'] : []
    return complaintOf(process.execPath, [cli, 'install', ...withLibraries, 'chromium'], 300_000)
  },
}

/** Ubuntu's package of that name only installs a snap, which does not run in a container. */
const isDebian = (): boolean => {
  if (!existsSync('/etc/os-release')) return false
  const release = readFileSync('/etc/os-release', 'utf8')
  return /^ID(_LIKE)?=.*debian/m.test(release) && !/ubuntu/i.test(release)
}

// The package first where it can be had: it brings its libraries along, and a download that fails costs a minute.
const ways = isRoot && isDebian() ? [debianPackage, playwrightsOwn] : [playwrightsOwn]

const complaints: string[] = []
for (const way of ways) {
  if (hasWorkingChromium()) break
  process.stdout.write(`No Chromium found: installing ${way.what}.\n`)
  const complaint = way.install()
  if (complaint !== null) complaints.push(complaint.slice(-2000))
}

if (!hasWorkingChromium()) {
  process.stderr.write(`${complaints.join('\n')}\n${ADVICE}\n`)
  process.exitCode = 1
}
