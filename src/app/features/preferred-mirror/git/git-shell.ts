/** A command line that people paste set-up commands into. */
export type GitShell = 'posix' | 'powershell'
