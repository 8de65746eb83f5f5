import type { queryAllByRole } from '@testing-library/dom'
import type { Point } from './driven-tab.ts'

declare global {
  // oxlint-disable-next-line typescript/consistent-type-definitions -- Only an interface adds to the browser's own.
  interface Window {
    /** The part of Testing Library that was loaded into the page. */
    readonly TestingLibraryDom?: { readonly queryAllByRole: typeof queryAllByRole }
  }
}

/** A text, or what it has to match. It goes into a page, so a pattern goes as its source. */
export type Words = { readonly is: string } | { readonly matches: string; readonly flags: string }

/** What is looked for, as a person would say it: a role, its name, what it reads, and what it stands in. */
export type Wanted = {
  readonly role: string
  readonly name: Words | null
  readonly text: Words | null
  readonly inside: Wanted | null
}

/** What a page shows of it. */
export type Sight = {
  readonly count: number
  /** What the first one reads, or holds where it is a field. */
  readonly text: string
  readonly hasFocus: boolean
  readonly isDisabled: boolean
  readonly isChecked: boolean
  /** Its middle, where a click meets it; `null` where something lies over it, or it has no size. */
  readonly point: Point | null
}

/**
 * Runs in the page: looks for what assistive technology would find under this role and name. Answers `null` where
 * Testing Library is not loaded.
 *
 * @param isReached whether it is brought into view, as before a click.
 */
export const lookFor = ({
  wanted,
  isReached,
}: {
  readonly wanted: Wanted
  readonly isReached: boolean
}): Sight | null => {
  const library = window.TestingLibraryDom
  if (library === undefined) return null
  // oxlint-disable-next-line unicorn/consistent-function-scoping -- Only this function goes into the page.
  const wordsOf = (words: Words | null) =>
    words === null ? undefined : 'is' in words ? words.is : new RegExp(words.matches, words.flags)
  const isText = (text: string, words: Words | null): boolean => {
    const expected = wordsOf(words)
    if (expected === undefined) return true
    return typeof expected === 'string' ? text.includes(expected) : expected.test(text)
  }
  const all = ({ role, name, text, inside }: Wanted): readonly HTMLElement[] => {
    const places = inside === null ? [document.body] : all(inside)
    const expected = wordsOf(name)
    return places
      .flatMap((place) =>
        library.queryAllByRole(place, role, expected === undefined ? {} : { name: expected }),
      )
      .filter((element) => isText(element.textContent, text))
  }
  const found = all(wanted)
  const [element] = found
  if (element === undefined) {
    return { count: 0, text: '', hasFocus: false, isDisabled: false, isChecked: false, point: null }
  }
  if (isReached) element.scrollIntoView({ block: 'nearest', inline: 'nearest', behavior: 'instant' })
  // The control that a label draws is the label's business: it is clicked there.
  const label = element instanceof HTMLInputElement ? element.labels?.[0] : undefined
  // oxlint-disable-next-line unicorn/consistent-function-scoping -- Only this function goes into the page.
  const pointIn = (box: Element): Point | null => {
    const { x, y, width, height } = box.getBoundingClientRect()
    const point = { x: x + width / 2, y: y + height / 2 }
    const top = document.elementFromPoint(point.x, point.y)
    const isMet = width > 0 && height > 0 && top !== null && box.contains(top)
    return isMet ? point : null
  }
  const field = element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement ? element : null
  return {
    count: found.length,
    text: field === null ? element.textContent : field.value,
    hasFocus: element === document.activeElement,
    isDisabled: element.matches(':disabled, [aria-disabled="true"]'),
    isChecked: element.matches(':checked, [aria-checked="true"]'),
    point: pointIn(element) ?? (label === undefined ? null : pointIn(label)),
  }
}
