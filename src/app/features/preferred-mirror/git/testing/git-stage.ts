import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'

/** Whether there is a git to run the commands with. */
export const isGitHere = (): boolean => spawnSync('git', ['--version']).status === 0

/**
 * A folder with a primary and a mirror of one repository (`pay/ledger.git`), and a person's empty home. The mirror has
 * a branch of its own, so that one sees where a read came from. All is gone after the test.
 */
export const gitStage = () => {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'mirror-console-git-')))
  onTestFinished(() => rmSync(root, { recursive: true, force: true }))
  const home = join(root, 'home')
  const work = join(root, 'work')
  for (const folder of [home, work]) mkdirSync(folder)
  const primary = join(root, 'primary')
  const mirror = join(root, 'mirror')

  const env = {
    PATH: process.env['PATH'],
    HOME: home,
    LC_ALL: 'C',
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_TERMINAL_PROMPT: '0',
    GIT_AUTHOR_NAME: 'A',
    GIT_AUTHOR_EMAIL: 'a@example.com',
    GIT_COMMITTER_NAME: 'A',
    GIT_COMMITTER_EMAIL: 'a@example.com',
  }

  /**
   * Runs lines as a person would paste them and answers what they said.
   *
   * @throws Error when a line fails.
   */
  const run = (script: string, cwd = work): string => {
    const { status, stdout, stderr } = spawnSync('sh', ['-e', '-c', script], { cwd, env, encoding: 'utf8' })
    if (status !== 0) throw new Error(`"${script}" ended with ${String(status)}: ${stderr}`)
    return stdout.trim()
  }

  run(
    `git init -q -b main ${primary}/pay/ledger.git --bare
    git clone -q ${primary}/pay/ledger.git seed 2>/dev/null
    cd seed
    git checkout -q -b main
    git commit -q --allow-empty -m first
    git push -q origin main
    git clone -q --bare ${primary}/pay/ledger.git ${mirror}/pay/ledger.git
    git --git-dir ${mirror}/pay/ledger.git branch only-at-the-mirror main`,
  )
  return {
    run,
    work,
    /** Where the files stand in for the two servers. */
    primary: `${primary}/`,
    mirror: `${mirror}/`,
    /** The message of the last commit that arrived at the primary. */
    lastAtPrimary: () => run(`git --git-dir ${primary}/pay/ledger.git log -1 --format=%s main`),
    /** The person's own settings of rewriting. */
    globalRewrites: () => run("git config --global --get-regexp '^url' || true"),
  }
}
