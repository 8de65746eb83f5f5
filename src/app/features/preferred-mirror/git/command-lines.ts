import type { GitCommand } from './git-commands.ts'
import type { GitShell } from './git-shell.ts'
import { quotedWord } from './quoted-word.ts'

/** Commands as text for a shell, one a line. */
export const commandLines = (commands: readonly GitCommand[], shell: GitShell): string =>
  commands.map((words) => words.map(quotedWord[shell]).join(' ')).join('\n')
