import type { Verdict } from '#health/mirror-verdict.ts'

/** The groups of the palette, in the order in which they are shown. */
export const COMMAND_GROUPS = [
  'Pages',
  'On this page',
  'Mirrors',
  'Mirroring requests',
  'Repositories',
  'Console',
] as const

/** Something that the palette can do. */
export type PaletteCommand = {
  readonly id: string
  readonly group: (typeof COMMAND_GROUPS)[number]
  readonly name: string
  /** What it is found by beside its name. */
  readonly texts?: readonly (string | null)[] | undefined
  /** What is to be known of it beside its name, in a word. */
  readonly note?: string | undefined
  /** What the eye may get wrong about the name. */
  readonly doubt?: string | undefined
  /** How a mirror is. */
  readonly verdict?: Verdict | undefined
  /** Where it leads, or what it does once the palette is gone. */
  readonly run: { readonly to: string } | { readonly act: () => void }
}

/** Commands of one group shown at once: a longer list is hard to scan, and typing narrows it. */
export const SHOWN_EACH = 8

/** The commands that hold every word of what was typed, group by group. */
export const matchingCommands = (
  commands: readonly PaletteCommand[],
  typed: string,
): readonly PaletteCommand[] => {
  const words = typed.toLowerCase().split(/\s+/)
  const matching = commands.filter(({ name, texts = [] }) => {
    const text = [name, ...texts].join('\n').toLowerCase()
    return words.every((word) => text.includes(word))
  })
  return COMMAND_GROUPS.flatMap((group) =>
    matching.filter((command) => command.group === group).slice(0, SHOWN_EACH),
  )
}
