/** A command line that people paste set-up commands into. */
export type GitShell = 'posix' | 'powershell'

/** A word that no shell reads as anything but itself. */
const PLAIN = /^[A-Za-z][\w.-]*$|^--?[a-z][\w-]*$/

/**
 * One word of a command as a shell must be given it, quoted unless it is plain. Single quotes take everything
 * literally in both shells. POSIX ends them at the first quote, so one inside is written `'\''` (POSIX.1-2024, Shell
 * Command Language, 2.2.2). PowerShell doubles it, and takes the typographic quotes for quotes too
 * (about_Quoting_Rules; CharTraits.IsSingleQuote in its source).
 */
export const quotedWord: Readonly<Record<GitShell, (word: string) => string>> = {
  posix: (word) => (PLAIN.test(word) ? word : `'${word.replaceAll("'", String.raw`'\''`)}'`),
  powershell: (word) => (PLAIN.test(word) ? word : `'${word.replaceAll(/['‘’‚‛]/g, '$&$&')}'`),
}
