import { describe, expect, it } from 'vitest'
import { ensurePrograms } from './ensure-programs.ts'
import type { Machine } from './machine.ts'
import type { NeededProgram } from './needed-program.ts'

const proxy: NeededProgram = {
  name: 'proxy',
  proof: ['-v'],
  packages: ['proxy-light'],
  tests: 'the proxy tests',
  isRequired: false,
}
const browser: NeededProgram = {
  name: 'browser',
  proof: ['--version'],
  packages: ['browser-shell', 'fonts'],
  tests: 'the browser tests',
  isRequired: true,
  installOtherwise: (machine) => machine.run('download', ['browser'], 1000),
}

type Wish = Partial<Pick<Machine, 'isRoot' | 'isDebian' | 'isCi'>> & {
  readonly installed?: readonly string[]
  /** What each installing command brings; one that is not named here fails. */
  readonly brings?: Readonly<Record<string, readonly string[]>>
}

const machineWith = ({ installed = [], brings = {}, ...facts }: Wish) => {
  const here = new Set(installed)
  const ran: string[] = []
  const said: string[] = []
  let areServicesForbidden = false
  const machine: Machine = {
    isRoot: true,
    isDebian: true,
    isCi: false,
    ...facts,
    run: (command, args) => {
      if (args.includes('-v') || args.includes('--version')) return here.has(command) ? null : 'not found'
      const line = [command, ...args].join(' ')
      ran.push(areServicesForbidden ? `${line} (services forbidden)` : line)
      if (line === 'apt-get update -qq') return null
      const brought = brings[command]
      if (brought === undefined) return `${command} failed`
      for (const name of brought) here.add(name)
      return null
    },
    withoutServices: (work) => {
      areServicesForbidden = true
      const answer = work()
      areServicesForbidden = false
      return answer
    },
    say: (line) => said.push(line),
  }
  return { machine, ran, said }
}

const INSTALL = 'apt-get install -y -qq --no-install-recommends'

describe('the programs that tests need', () => {
  it('are left alone without a word when all are there', () => {
    const { machine, ran, said } = machineWith({ installed: ['proxy', 'browser'] })
    expect(ensurePrograms([proxy, browser], machine)).toBe(true)
    expect([ran, said]).toEqual([[], []])
  })

  it('are installed in one go as root on Debian, while no service may start', () => {
    const { machine, ran, said } = machineWith({ brings: { 'apt-get': ['proxy', 'browser'] } })
    expect(ensurePrograms([proxy, browser], machine)).toBe(true)
    expect(ran).toEqual([
      'apt-get update -qq',
      `${INSTALL} proxy-light browser-shell fonts (services forbidden)`,
    ])
    expect(said).toEqual(['Installing what the tests need: proxy, browser.'])
  })

  it('are installed only where they are missing', () => {
    const { machine, ran } = machineWith({ installed: ['browser'], brings: { 'apt-get': ['proxy'] } })
    expect(ensurePrograms([proxy, browser], machine)).toBe(true)
    expect(ran.at(-1)).toBe(`${INSTALL} proxy-light (services forbidden)`)
  })

  it('come another way when the packages bring none', () => {
    const { machine, ran } = machineWith({ brings: { download: ['browser'] } })
    expect(ensurePrograms([browser], machine)).toBe(true)
    expect(ran.at(-1)).toBe('download browser')
  })

  it.each([
    ['not root', { isRoot: false }, 'only root can install it'],
    ['not on Debian', { isDebian: false }, 'only Debian’s packages are known here'],
    ['without packages to be had', {}, 'installing it failed'],
  ])('may be missing for an optional test, which is named with the reason: %s', (_name, facts, why) => {
    const { machine, said } = machineWith(facts)
    expect(ensurePrograms([proxy], machine)).toBe(true)
    expect(said.at(-1)).toBe(
      `SKIPPED: the proxy tests: proxy is not there, and ${why}. Debian: apt-get install proxy-light`,
    )
  })

  it.each([
    ['an optional one in CI', proxy, { isCi: true }, 'MISSING: the proxy tests'],
    ['a required one anywhere', browser, {}, 'MISSING: the browser tests'],
  ])('end the check when one is missing: %s', (_name, program, facts, line) => {
    const { machine, said } = machineWith(facts)
    expect(ensurePrograms([program], machine)).toBe(false)
    expect(said.at(-1)).toContain(line)
  })

  it('bring the complaint of the installer along when they cannot be installed', () => {
    const { machine, said } = machineWith({})
    ensurePrograms([browser], machine)
    expect(said).toEqual(expect.arrayContaining(['apt-get failed', 'download failed']))
  })
})
