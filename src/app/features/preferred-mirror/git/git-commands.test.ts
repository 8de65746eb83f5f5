import { describe, expect, it } from 'vitest'
import { addressSpellings } from './address-spellings.ts'
import type { AddressPair } from './git-addresses.ts'
import { commandLines, machineRecipes, repositoryRecipes, type GitRecipe } from './git-commands.ts'
import { gitStage, isGitHere } from './testing/git-stage.ts'

const linesOf = (recipes: readonly GitRecipe[], id: string): string =>
  commandLines(recipes.find((recipe) => recipe.id === id)?.commands ?? [], 'posix')

/** The addresses of three kinds as people have them; the stage's files stand behind them. */
const WORLD: readonly (readonly [string, AddressPair])[] = [
  ['https', { mirror: 'https://mirror.test/scm/', primary: 'https://bitbucket.test:8443/bitbucket/scm/' }],
  ['ssh', { mirror: 'ssh://git@mirror.test:7999/', primary: 'ssh://git@[2001:db8::1]:7999/' }],
  ['scp-like ssh', { mirror: 'git@mirror.test:', primary: 'git@bitbucket.test:' }],
]

const repositoryIn = ({ mirror, primary }: AddressPair): AddressPair => ({
  mirror: `${mirror}pay/ledger.git`,
  primary: `${primary}pay/ledger.git`,
})

const atStage = ({ primary, mirror }: ReturnType<typeof gitStage>): AddressPair => ({ primary, mirror })

const pushFrom = (folder: string, message: string): string =>
  `cd ${folder} && git commit -q --allow-empty -m "${message}" && git push -q origin HEAD:main`

const branches = 'git branch -r --format="%(refname:short)"'

// Without git there is nothing to run the commands with: all of these are skipped, and in CI they fail.
const isSkipped = process.env['CI'] === undefined && !isGitHere()

describe.skipIf(isSkipped)('commands for one repository, run by git', () => {
  describe.each(WORLD)('over %s', (_name, servers) => {
    const stageWithServers = () => {
      const stage = gitStage()
      stage.run(
        `git config --global 'url.${stage.mirror}.insteadOf' '${servers.mirror}'
        git config --global 'url.${stage.primary}.insteadOf' '${servers.primary}'`,
      )
      return stage
    }
    const pair = repositoryIn(servers)
    const recipes = repositoryRecipes(pair)

    it('clone from the mirror and push to the primary', () => {
      const { run, work, lastAtPrimary } = stageWithServers()
      run(linesOf(recipes, 'clone'))
      expect(run(branches, `${work}/ledger`)).toContain('origin/only-at-the-mirror')
      run(pushFrom('ledger', 'from the clone'))
      expect(lastAtPrimary()).toBe('from the clone')
    })

    it('change an existing clone, twice without harm, and undo it', () => {
      const { run, work, lastAtPrimary } = stageWithServers()
      run(`git clone -q '${pair.primary}' ledger`)
      const clone = `${work}/ledger`
      run(linesOf(recipes, 'change'), clone)
      run(linesOf(recipes, 'change'), clone)
      run('git fetch -q', clone)
      expect(run(branches, clone)).toContain('origin/only-at-the-mirror')
      run(pushFrom('ledger', 'after the change'))
      expect(lastAtPrimary()).toBe('after the change')

      run(linesOf(recipes, 'undo'), clone)
      run('git fetch -q --prune', clone)
      expect(run(branches, clone)).not.toContain('only-at-the-mirror')
      expect(run('git config --get-all remote.origin.url', clone)).toBe(pair.primary)
      expect(run('git config --get-all remote.origin.pushurl || true', clone)).toBe('')
      run(pushFrom('ledger', 'after the undo'))
      expect(lastAtPrimary()).toBe('after the undo')
    })
  })
})

describe.skipIf(isSkipped)('every command, run by git as it is copied', () => {
  // Two tables by hand: what a person does, and over which kind of address. Each makes every recipe run once.
  const machine = ['machine', 'machine-show', 'machine', 'machine-undo']
  const inClone = ['change', 'undo', 'change', 'machine-check']

  it.each(WORLD)('over %s: clone, change, undo, push, and the same for the machine', (_name, servers) => {
    const stage = gitStage()
    const { run, work, lastAtPrimary } = stage
    run(
      `git config --global 'url.${stage.mirror}.insteadOf' '${servers.mirror}'
      git config --global 'url.${stage.primary}.insteadOf' '${servers.primary}'`,
    )
    const pair = repositoryIn(servers)
    const recipes = [...repositoryRecipes(pair), ...machineRecipes(servers)]
    expect(recipes.map(({ id }) => id).toSorted()).toEqual(
      [...new Set(['clone', ...inClone, ...machine])].toSorted(),
    )
    run(linesOf(recipes, 'clone'))
    const clone = `${work}/ledger`
    for (const id of inClone) {
      run(linesOf(recipes, id), clone)
      run('git fetch -q', clone)
      run(pushFrom('ledger', `after ${id}`))
      expect(lastAtPrimary()).toBe(`after ${id}`)
    }
    for (const id of machine) run(linesOf(recipes, id))
    expect(stage.globalRewrites().split('\n')).toHaveLength(2)
  })

  it.each(WORLD)('over %s: PowerShell is given the same words', (_name, servers) => {
    const recipes = [...repositoryRecipes(repositoryIn(servers)), ...machineRecipes(servers)]
    const { run } = gitStage()
    for (const words of recipes.flatMap(({ commands }) => commands)) {
      // Without a quote in a word both shells quote alike, so a POSIX shell can show what the words are. A double quote
      // would be lost on the way to a program in Windows PowerShell, whatever stands around it.
      expect(words.join('')).not.toMatch(/["'‘’‚‛]/)
      const line = commandLines([words], 'powershell')
      expect(run(`for word in ${line}; do printf '%s\\n' "$word"; done`).split('\n')).toEqual(words)
    }
  })
})

describe.skipIf(isSkipped)('commands for the whole machine, run by git', () => {
  it('read from the mirror and push to the primary, also in clones that were there before', () => {
    const stage = gitStage()
    const { run, work, lastAtPrimary, primary } = stage
    const recipes = machineRecipes(atStage(stage))
    run(`git clone -q '${primary}pay/ledger.git' before`)
    run(linesOf(recipes, 'machine'))
    run('git fetch -q', `${work}/before`)
    expect(run(branches, `${work}/before`)).toContain('origin/only-at-the-mirror')
    run(pushFrom('before', 'from an old clone'))
    expect(lastAtPrimary()).toBe('from an old clone')

    run(`git clone -q '${primary}pay/ledger.git' after`)
    expect(run(branches, `${work}/after`)).toContain('origin/only-at-the-mirror')
    expect(run('git remote get-url --push origin', `${work}/after`)).toBe(`${primary}pay/ledger.git`)
  })

  it.each(WORLD)('rewrite addresses over %s for reading alone', (_name, servers) => {
    const { run } = gitStage()
    const pair = repositoryIn(servers)
    run(linesOf(machineRecipes(servers), 'machine'))
    run(`git init -q here && git -C here remote add origin '${pair.primary}'`)
    expect(run('git -C here remote get-url origin')).toBe(pair.mirror)
    expect(run('git -C here remote get-url --push origin')).toBe(pair.primary)
    expect(run(linesOf(machineRecipes(servers), 'machine-show')).split('\n')).toHaveLength(
      2 * addressSpellings(servers.primary).length,
    )
  })

  it.each([
    ['https://bitbucket.test/scm/', 'https://bitbucket.test:443/scm/', true],
    ['ssh://git@bitbucket.test/', 'git@bitbucket.test:', true],
    ['git@bitbucket.test:', 'ssh://git@bitbucket.test:22/', true],
    ['https://bitbucket.test/scm/', 'https://john@bitbucket.test/scm/', false],
    ['https://bitbucket.test/scm/', 'https://Bitbucket.test/scm/', false],
  ])(
    'a rule for %s: that it reaches %s is %s, as the check of one clone shows',
    (primary, written, isReached) => {
      const { run } = gitStage()
      const recipes = machineRecipes({ mirror: 'https://mirror.test/scm/', primary })
      run(linesOf(recipes, 'machine'))
      run(`git init -q here && git -C here remote add origin '${written}pay/ledger.git'`)
      const [fetches, pushes] = run(`cd here && ${linesOf(recipes, 'machine-check')}`).split('\n')
      expect(fetches).toBe(
        `origin\t${isReached ? 'https://mirror.test/scm/' : written}pay/ledger.git (fetch)`,
      )
      expect(pushes).toBe(`origin\t${isReached ? primary : written}pay/ledger.git (push)`)
    },
  )

  it.each(WORLD)('leave what was there over %s, done twice and undone', (_name, servers) => {
    const { run, globalRewrites } = gitStage()
    const recipes = machineRecipes(servers)
    run(
      `git config --global 'url.${servers.mirror}.insteadOf' 'https://old.test/'
      git config --global --add 'url.${servers.primary}.pushInsteadOf' 'https://older.test/'`,
    )
    const before = globalRewrites()
    run(linesOf(recipes, 'machine'))
    run(linesOf(recipes, 'machine'))
    expect(globalRewrites().split('\n')).toHaveLength(2 + 2 * addressSpellings(servers.primary).length)
    run(linesOf(recipes, 'machine-undo'))
    expect(globalRewrites()).toBe(before)
  })

  it('would send a push of a clone with its own push address to the mirror, which the page warns of', () => {
    const [, servers] = WORLD[0] ?? ['', { mirror: '', primary: '' }]
    const { run } = gitStage()
    const pair = repositoryIn(servers)
    run(`git init -q here && git -C here remote add origin '${pair.primary}'`)
    run(`cd here\n${linesOf(repositoryRecipes(pair), 'change')}`)
    run(linesOf(machineRecipes(servers), 'machine'))
    expect(run('git -C here remote get-url --push origin')).toBe(pair.mirror)
  })
})
