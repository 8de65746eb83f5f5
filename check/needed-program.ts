import type { Machine } from './machine.ts'

/** A program that tests start, which no npm package brings along. */
export type NeededProgram = {
  /** Its command, and its name on the command line of `ensure-programs.ts`. */
  readonly name: string
  /** Arguments of a call that ends at once and changes nothing; the program works when the call exits with 0. */
  readonly proof: readonly string[]
  /** Debian's packages of it, the one with the command first. */
  readonly packages: readonly string[]
  /** What is not checked without it. */
  readonly tests: string
  /** Whether its tests cannot be left out: then its absence always ends the check. */
  readonly isRequired: boolean
  /** Whether it is looked after only where it is named: its tests are no part of `npm test`. */
  readonly isExtra?: boolean
  /** The commands to try on this machine, best first; absent where it is the name alone. */
  readonly commands?: () => readonly string[]
  /** Another way to install it, where Debian's packages cannot be had; answers a complaint, or `null`. */
  readonly installOtherwise?: (machine: Machine) => string | null
}
