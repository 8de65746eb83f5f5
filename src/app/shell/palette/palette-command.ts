import { foldedText } from '#app/text/folded-text.ts'
import { soughtTexts } from '#app/text/sought-texts.ts'
import { searchedText } from '#app/ui/table/searched-rows.ts'
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
  /** What else tells it from others of its name, such as the key of its project. */
  readonly beside?: string | undefined
  /** What it is found by beside its name, such as an id or an address. */
  readonly texts?: readonly (string | null)[]
  /** What is to be known of it beside its name, in a word. */
  readonly note?: string | undefined
  /** Whether it was found by what was typed in another way. */
  readonly isFound?: boolean
  /** What the eye may get wrong about the name. */
  readonly doubt?: string | undefined
  /** How a mirror is. */
  readonly verdict?: Verdict | undefined
  /** Which mirror that is. */
  readonly mirrorId?: string
  /** Where it leads, or what it does once the palette is gone. */
  readonly run: { readonly to: string } | { readonly act: () => void }
}

/** Commands of one group shown at once: a longer list is hard to scan, and typing narrows it. */
const SHOWN_EACH = 8

/**
 * The commands that were found, that hold every word of what was typed, or that have it as an id or address, group by
 * group.
 */
export const matchingCommands = (
  commands: readonly PaletteCommand[],
  typed: string,
): readonly PaletteCommand[] => {
  const words = foldedText(typed).split(' ')
  const sought = soughtTexts(typed)
  const matching = commands.filter(({ name, texts = [], isFound = false }) => {
    const text = foldedText([name, ...texts].join('\n'))
    if (isFound || words.every((word) => text.includes(word))) return true
    const others = searchedText(texts)
    return sought.some((one) => others.includes(one))
  })
  return COMMAND_GROUPS.flatMap((group) =>
    matching.filter((command) => command.group === group).slice(0, SHOWN_EACH),
  )
}
