import { hasProgram } from './proxy-program.ts'

/** Programs whose Debian package has another name. */
const PACKAGES: Readonly<Record<string, string>> = { 'systemd-analyze': 'systemd' }

/**
 * Whether to test with a program: in CI always, where its absence is a failure. Elsewhere what is missing is printed,
 * since a check that did not run is easily mistaken for one that passed.
 */
export const mayTry = (name: string): boolean => {
  const isTried = process.env['CI'] !== undefined || hasProgram(name)
  if (!isTried) {
    process.stderr.write(
      `SKIPPED: ${name} is not installed, so deploy/ was not tested with it. Debian: apt-get install ${PACKAGES[name] ?? name}\n`,
    )
  }
  return isTried
}
