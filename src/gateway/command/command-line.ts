import { parseArgs } from 'node:util'

/** The options, as `--help` lists them. */
export const OPTIONS = {
  check: {
    argument: '',
    meaning:
      'Checks the settings, Bitbucket, the clocks, PUBLIC_URL, WATCH_TOKEN and WATCH_STORE, and says what to do. Exits with 1 where something is wrong. It starts and changes nothing.',
  },
  support: {
    argument: '',
    meaning:
      'Prints a support bundle as JSON: versions, settings without secrets, the store and the result of --check.',
  },
  log: {
    argument: ' FILE',
    meaning:
      'With --support: the file with the log, whose last lines go into the bundle; - reads it from standard input.',
  },
  version: { argument: '', meaning: 'Prints the version.' },
  help: { argument: '', meaning: 'Prints this.' },
} as const

/** What the command line asks for. */
export type Command =
  | { readonly kind: 'serve' | 'check' | 'version' | 'help' }
  /** `log` is a path, or `-` for standard input. */
  | { readonly kind: 'support'; readonly log: string | null }
  /** One sentence about what is wrong with it. */
  | { readonly kind: 'unknown'; readonly sentence: string }

const unknown = (sentence: string): Command => ({
  kind: 'unknown',
  sentence: `${sentence} --help lists the options.`,
})

/** The name of an option as it may be repeated: it may hold anything. */
const plain = (argument: string): string => argument.replaceAll(/[^\x20-\x7e]/g, '?').slice(0, 60)

/** Reads the arguments of the program. */
export const readCommand = (args: readonly string[]): Command => {
  const { tokens, values } = parseArgs({
    args: [...args],
    options: {
      check: { type: 'boolean' },
      support: { type: 'boolean' },
      version: { type: 'boolean' },
      help: { type: 'boolean', short: 'h' },
      log: { type: 'string' },
    },
    strict: false,
    tokens: true,
  })
  for (const token of tokens) {
    if (token.kind === 'positional') {
      // It is not repeated: it may be a secret that was meant for a setting.
      return unknown('The console takes options alone, and its settings from environment variables.')
    }
    if (token.kind === 'option' && !Object.hasOwn(OPTIONS, token.name)) {
      return unknown(`The option "${plain(token.rawName)}" is not known.`)
    }
    if (token.kind === 'option' && token.name !== 'log' && token.value !== undefined) {
      return unknown(`The option "--${token.name}" takes no value.`)
    }
  }
  const { log } = values
  if (log !== undefined && (typeof log !== 'string' || log === '')) {
    return unknown('The option "--log" needs the name of a file, or - for standard input.')
  }
  const kinds = (['help', 'version', 'check', 'support'] as const).filter((kind) => values[kind] === true)
  const [kind = 'serve', ...more] = kinds
  if (kind === 'help') return { kind }
  if (more.length > 0) return unknown(`The options "--${kind}" and "--${more[0]}" exclude each other.`)
  if (kind === 'support') return { kind, log: log ?? null }
  return log === undefined ? { kind } : unknown('The option "--log" goes with "--support" alone.')
}
