import type { Machine } from './machine.ts'
import type { NeededProgram } from './needed-program.ts'

/** How much of a long complaint is shown, in characters: the end says what went wrong. */
const SHOWN = 2000

const works = (machine: Machine, { name, proof, commands }: NeededProgram): boolean =>
  (commands?.() ?? [name]).some((command) => machine.run(command, proof, 30_000) === null)

const installPackages = (machine: Machine, packages: readonly string[]): string | null =>
  machine.run('apt-get', ['update', '-qq'], 120_000) ??
  machine.withoutServices(() =>
    machine.run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], 300_000),
  )

const whyNotInstalled = (machine: Machine): string => {
  if (!machine.isRoot) return 'only root can install it'
  return machine.isDebian ? 'installing it failed' : 'only Debian’s packages are known here'
}

/**
 * Installs the programs that are missing: Debian's packages where this is root on Debian, then a program's own other
 * way. Prints nothing when all are there. Returns whether the tests may run: not in CI as long as a program is missing, and
 * nowhere without one that is required; otherwise each missing program is named with the tests that are skipped.
 */
export const ensurePrograms = (needed: readonly NeededProgram[], machine: Machine): boolean => {
  const complaints: string[] = []
  const attempt = (complaint: string | null | undefined): void => {
    if (complaint) complaints.push(complaint.slice(-SHOWN))
  }
  const missing = (): readonly NeededProgram[] => needed.filter((program) => !works(machine, program))

  let absent = missing()
  if (absent.length > 0 && machine.isRoot && machine.isDebian) {
    machine.say(`Installing what the tests need: ${absent.map(({ name }) => name).join(', ')}.`)
    attempt(
      installPackages(
        machine,
        absent.flatMap(({ packages }) => packages),
      ),
    )
    absent = missing()
  }
  const withOtherWay = absent.filter(({ installOtherwise }) => installOtherwise !== undefined)
  for (const { name, installOtherwise } of withOtherWay) {
    machine.say(`Installing ${name} without Debian’s packages.`)
    attempt(installOtherwise?.(machine))
  }
  if (withOtherWay.length > 0) absent = missing()

  for (const complaint of complaints) machine.say(complaint)
  const isFatal = (program: NeededProgram): boolean => machine.isCi || program.isRequired
  for (const program of absent) {
    machine.say(
      `${isFatal(program) ? 'MISSING' : 'SKIPPED'}: ${program.tests}: ${program.name} is not there, and ${whyNotInstalled(machine)}. Debian: apt-get install ${program.packages.join(' ')}`,
    )
  }
  return !absent.some(isFatal)
}
