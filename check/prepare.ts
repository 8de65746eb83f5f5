/** Makes sure that the programs that tests start are there: those of `npm test`, or those named as arguments. */
import { ensurePrograms } from './ensure-programs.ts'
import { NEEDED_PROGRAMS } from './needed-programs.ts'
import { thisMachine } from './this-machine.ts'

const names = process.argv.slice(2)
const unknown = names.filter((name) => !NEEDED_PROGRAMS.some((program) => program.name === name))
const needed = NEEDED_PROGRAMS.filter(({ name, isExtra = false }) =>
  names.length === 0 ? !isExtra : names.includes(name),
)

if (unknown.length > 0) {
  process.stderr.write(`Unknown program: ${unknown.join(', ')}.\n`)
  process.exitCode = 1
} else if (!ensurePrograms(needed, thisMachine())) {
  process.exitCode = 1
}
