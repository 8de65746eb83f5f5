import { isTypedAs } from '#app/text/typed-as.ts'
import type { MirrorServer } from '#contract/mirror-server.ts'
import { mirrorNameOf } from '#app/domain/mirror/mirror-name-of.ts'
import { type Allowed, allowed, refused } from '#app/text/allowed.ts'
import { plainOf } from '#app/text/hidden-characters.ts'

/** What must be typed before a mirror is removed. */
export type RemovalConfirmation = { readonly what: 'name' | 'id'; readonly text: string }

/**
 * The name, or the id where the name cannot be typed: it is empty, too long, or has characters that do not show or
 * vanish when typed.
 */
export const removalConfirmationOf = (mirror: Pick<MirrorServer, 'id' | 'name'>): RemovalConfirmation => {
  const { id, name } = mirror
  const canBeTyped =
    name === name.trim() && mirrorNameOf(mirror) === name && plainOf(name) === name && !/\s{2}/.test(name)
  return canBeTyped ? { what: 'name', text: name } : { what: 'id', text: id }
}

/** Whether what was typed is what was asked for, by the rule that holds for searching as well. */
export const mayRemove = ({ what, text }: RemovalConfirmation, typed: string): Allowed =>
  isTypedAs(typed, text) ? allowed : refused(`Type the ${what} above to remove.`)
