import { existsSync, readdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { findChromium } from '#e2e/find-chromium.ts'
import type { NeededProgram } from './needed-program.ts'

const installPlaywrights: NeededProgram['installOtherwise'] = (machine) => {
  const cli = createRequire(import.meta.url).resolve('@playwright/test/cli')
  const withLibraries = machine.isRoot && process.platform === 'linux' ? ['--with-deps'] : []
  return machine.run(process.execPath, [cli, 'install', ...withLibraries, 'chromium'], 300_000)
}

/** Debian keeps PostgreSQL's programs outside of every path, in a folder for each version. */
const POSTGRES = '/usr/lib/postgresql'

const findPostgres = (): readonly string[] => [
  'postgres',
  ...(existsSync(POSTGRES)
    ? readdirSync(POSTGRES).map((version) => join(POSTGRES, version, 'bin', 'postgres'))
    : []),
]

const OTHER_BROWSERS = 'the main work in other browsers (e2e/browsers)'

/** Every program that the tests start. */
export const NEEDED_PROGRAMS: readonly NeededProgram[] = [
  {
    name: 'chromium',
    proof: ['--version'],
    packages: ['chromium-headless-shell', 'fonts-liberation', 'fonts-noto-color-emoji'],
    tests: 'the browser tests (e2e)',
    isRequired: true,
    commands: () => {
      const found = findChromium()
      return found === null ? [] : [found.path]
    },
    installOtherwise: installPlaywrights,
  },
  {
    name: 'nginx',
    proof: ['-v'],
    packages: ['nginx'],
    tests: 'deploy/nginx.conf (src/gateway/deploy.test.ts)',
    isRequired: false,
  },
  {
    name: 'haproxy',
    proof: ['-v'],
    packages: ['haproxy'],
    tests: 'deploy/haproxy.cfg (src/gateway/deploy.test.ts)',
    isRequired: false,
  },
  {
    name: 'systemd-analyze',
    proof: ['--version'],
    packages: ['systemd'],
    tests: 'deploy/mirror-console.service (src/gateway/deploy.test.ts)',
    isRequired: false,
  },
  {
    name: 'prometheus',
    proof: ['--version'],
    // It brings promtool along.
    packages: ['prometheus'],
    tests: 'deploy/prometheus (src/gateway/prometheus.test.ts)',
    isRequired: false,
  },
  {
    name: 'git',
    proof: ['--version'],
    packages: ['git'],
    tests: 'the git commands that people copy (src/app/features/preferred-mirror/git/git-commands.test.ts)',
    isRequired: false,
  },
  {
    name: 'postgres',
    proof: ['--version'],
    // It brings initdb as well. It would also start a database of its own, which the check keeps packages from.
    packages: ['postgresql'],
    tests: 'the store of the watch in PostgreSQL (src/gateway/watch/store)',
    isRequired: false,
    commands: findPostgres,
  },
  {
    name: 'firefox-esr',
    proof: ['--version'],
    packages: ['firefox-esr', 'fonts-liberation'],
    tests: OTHER_BROWSERS,
    isRequired: true,
    isExtra: true,
  },
  {
    name: 'WebKitWebDriver',
    proof: ['--help'],
    // It brings a small browser along, which is what it drives.
    packages: ['webkit2gtk-driver'],
    tests: OTHER_BROWSERS,
    isRequired: true,
    isExtra: true,
  },
  {
    name: 'Xvfb',
    proof: ['-help'],
    packages: ['xvfb'],
    tests: OTHER_BROWSERS,
    isRequired: true,
    isExtra: true,
  },
]
