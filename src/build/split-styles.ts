import { type AtRule, type ChildNode, type Container, parse, root, type Rule } from 'postcss'

/** Rules that the first page is drawn with, and all the others. */
export type SplitStyles = { readonly first: string; readonly late: string }

const CLASS = /\.(-?[A-Za-z_][\w-]*)/g

/** Mantine makes the names of these while it runs: `mantine-Button-label` of the name `Button`. */
const ofMantine = (name: string): string => /^mantine-(\w+)-/.exec(name)?.[1] ?? name

/** What stands in brackets is not needed (`:not`), or is one of several (`:is`): it makes nothing late. */
const withoutBrackets = (selector: string): string => {
  const shorter = selector.replaceAll(/\([^()]*\)/g, '')
  return shorter === selector ? selector : withoutBrackets(shorter)
}

const isConditional = (node: ChildNode): node is AtRule =>
  node.type === 'atrule' && ['media', 'supports', 'container', 'layer'].includes(node.name)

/**
 * Cuts a style sheet in two. A rule is late when each of its selectors needs a class that `named` lacks: nothing on the first
 * page can be meant. Each part keeps the order of its rules; the late one has to follow the first.
 *
 * @param css a whole style sheet.
 * @param named all words of the scripts and the markup of the first page, their class names among them.
 */
export const splitStyles = (css: string, named: ReadonlySet<string>): SplitStyles => {
  const isLate = ({ selectors }: Rule): boolean =>
    selectors.every((selector) =>
      [...withoutBrackets(selector).matchAll(CLASS)].some(([, name = '']) => !named.has(ofMantine(name))),
    )
  const moveLate = (from: Container, into: Container): void => {
    from.each((node) => {
      if (node.type === 'rule') {
        if (isLate(node)) into.append(node)
      } else if (isConditional(node)) {
        const same = node.clone({ nodes: [] })
        moveLate(node, same)
        if (same.nodes?.length !== 0) into.append(same)
        if (node.nodes?.length === 0) node.remove()
      }
    })
  }
  const first = parse(css)
  const late = root()
  moveLate(first, late)
  return { first: first.toString(), late: late.toString() }
}
