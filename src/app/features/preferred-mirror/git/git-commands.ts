import { addressSpellings } from './address-spellings.ts'
import type { AddressPair } from './git-addresses.ts'
import { type GitShell, quotedWord } from './quoted-word.ts'

/** A command as its words, before a shell's quoting. */
export type GitCommand = readonly string[]

/** Commands under a name, each on a line of its own. */
export type GitRecipe = {
  readonly id: string
  readonly title: string
  readonly note: string
  readonly commands: readonly GitCommand[]
}

/**
 * The set-up of one repository. `remote.<name>.pushurl` is where pushes go when it is set; with `clone --config` it is
 * in place before the first fetch. Source: git-clone, git-config.
 */
export const repositoryRecipes = ({ mirror, primary }: AddressPair): readonly GitRecipe[] => [
  {
    id: 'clone',
    title: 'Clone from the mirror',
    note: 'Reads come from the mirror, pushes go to the primary.',
    commands: [['git', 'clone', '--config', `remote.origin.pushurl=${primary}`, mirror]],
  },
  {
    id: 'change',
    title: 'Change an existing clone',
    note: 'Run it inside the clone.',
    commands: [
      ['git', 'remote', 'set-url', 'origin', mirror],
      ['git', 'remote', 'set-url', '--push', 'origin', primary],
    ],
  },
  {
    id: 'undo',
    title: 'Undo in a clone',
    note: 'Run it inside the clone. Reads and pushes go to the primary again.',
    commands: [
      ['git', 'remote', 'set-url', 'origin', primary],
      ['git', 'config', '--unset-all', 'remote.origin.pushurl'],
    ],
  },
]

/** The value as a pattern that matches it alone: other values of the same key are not ours. */
const exactly = (value: string): string => `^${value.replaceAll(/[.+*?()[{|^$]/g, '[$&]')}$`

const listed = (spellings: readonly string[]): string =>
  new Intl.ListFormat('en', { type: 'disjunction' }).format(spellings)

const config = (action: '--replace-all' | '--unset-all', ...words: readonly string[]): GitCommand => [
  'git',
  'config',
  '--global',
  action,
  ...words,
]
const set = (key: string, spelling: string) => config('--replace-all', key, spelling, exactly(spelling))
const unset = (key: string, spelling: string) => config('--unset-all', key, exactly(spelling))

/**
 * The set-up of everything below an address. The primary's own address as `pushInsteadOf` takes precedence over
 * `insteadOf` when pushing, so that pushes keep going there. Source: git-config, `url.<base>.insteadOf`.
 *
 * @param prefixes the part of both addresses that all repositories share.
 */
export const machineRecipes = ({ mirror, primary }: AddressPair): readonly GitRecipe[] => {
  const reads = `url.${mirror}.insteadOf`
  const pushes = `url.${primary}.pushInsteadOf`
  const spellings = addressSpellings(primary)
  return [
    {
      id: 'machine',
      title: 'Read everything from the mirror',
      note: `Clones of your account on this machine whose address starts with ${listed(spellings)} read from the mirror and push to the primary, without being changed. Git compares letter by letter: a clone with a user name, another case or another host name in its address is not reached.`,
      commands: spellings.flatMap((spelling) => [set(reads, spelling), set(pushes, spelling)]),
    },
    {
      id: 'machine-check',
      title: 'Check one clone',
      note: 'Run it inside the clone. The line with (fetch) must name the mirror, the line with (push) the primary.',
      commands: [['git', 'remote', '-v']],
    },
    {
      id: 'machine-show',
      title: 'See what is set',
      note: 'Two mirrors for one primary contradict each other: undo the earlier one first.',
      commands: [['git', 'config', '--global', '--get-regexp', '^url[.].*insteadof$']],
    },
    {
      id: 'machine-undo',
      title: 'Undo on this machine',
      note: 'These clones read from the primary again.',
      commands: spellings.flatMap((spelling) => [unset(reads, spelling), unset(pushes, spelling)]),
    },
  ]
}

/** Commands as text for a shell, one a line. */
export const commandLines = (commands: readonly GitCommand[], shell: GitShell): string =>
  commands.map((words) => words.map(quotedWord[shell]).join(' ')).join('\n')
