import { LISTED_SETTINGS } from './listed-settings.ts'
import { OPTIONS } from './command-line.ts'

const INDENT = 6

/** Lines of at most 100 characters, for a terminal. */
const wrapped = (text: string): string => {
  const lines = ['']
  for (const word of text.split(' ')) {
    const line = lines.at(-1) ?? ''
    if (line.length + word.length + 1 + INDENT > 100) lines.push(word)
    else lines[lines.length - 1] = line === '' ? word : `${line} ${word}`
  }
  return lines.map((line) => ' '.repeat(INDENT) + line).join('\n')
}

const settingText = ({ name, meaning, standard }: (typeof LISTED_SETTINGS)[number]): string => {
  const without = standard === 'required' ? 'Required.' : standard === '' ? '' : `Default: ${standard}.`
  return `  ${name}\n${wrapped(`${meaning.replaceAll('`', '')}. ${without}`.trimEnd())}`
}

/**
 * What `--help` prints.
 *
 * @param command as people type it, without options.
 */
export const helpText = (version: string, command: string): string =>
  [
    `Mirror Console ${version}: a console for the smart mirrors of Bitbucket Data Center.`,
    `Start it with:  BITBUCKET_URL=https://bitbucket.example.com ${command}`,
    'Options:',
    Object.entries(OPTIONS)
      .map(([name, { argument, meaning }]) => `  --${name}${argument}\n${wrapped(meaning)}`)
      .join('\n'),
    'Settings are environment variables. An empty one counts as not set.',
    LISTED_SETTINGS.map(settingText).join('\n'),
    '',
  ]
    .join('\n\n')
    .trimEnd()
