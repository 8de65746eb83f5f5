/** What a translator puts in place of a text. React never makes such an element. */
const isFont = (node: unknown): node is HTMLElement => node instanceof HTMLElement && node.nodeName === 'FONT'

const isAway = ({ parentNode }: Node): boolean => parentNode === null || isFont(parentNode)

/**
 * Keeps a translated page alive and current. A browser's translator takes text nodes out of the document and puts
 * `<font>` elements in their place. React does not know that: it changes texts that are not shown any more, and fails at
 * `removeChild` and `insertBefore` (React issue 11538). This remembers which element stands for which texts, and puts
 * the texts back just before React works on one of them; the translator then translates them again.
 *
 * @returns how to end it.
 */
export const keepTranslatedTexts = (): (() => void) => {
  const fontOf = new WeakMap<Node, HTMLElement>()
  const textsOf = new WeakMap<HTMLElement, Node[]>()

  const learn = (records: readonly MutationRecord[]) => {
    const inserted = records.filter(({ target, addedNodes }) => isFont(addedNodes[0]) && !isFont(target))
    const fonts = new Set<unknown>(inserted.flatMap(({ addedNodes }) => [...addedNodes].filter(isFont)))
    if (fonts.size === 0) return
    for (const record of records) {
      const { target, addedNodes, previousSibling, nextSibling } = record
      // Replaced at once, inserted beside the text before it was removed, or inserted later where it was.
      const sameGap = inserted.find(
        (other) =>
          other.target === target &&
          other.previousSibling === previousSibling &&
          other.nextSibling === nextSibling,
      )
      const found = [...addedNodes, previousSibling, nextSibling, ...(sameGap?.addedNodes ?? [])]
        .filter((node) => fonts.has(node))
        .filter(isFont)
      // Where a translator merges texts, several share one element.
      const font = found.find((each) => !textsOf.has(each)) ?? found[0]
      if (font === undefined || isFont(target)) continue
      for (const text of record.removedNodes) {
        if (text.nodeType !== Node.TEXT_NODE || !isAway(text)) continue
        fontOf.set(text, font)
        textsOf.set(font, [...(textsOf.get(font) ?? []), text])
      }
    }
  }
  const observer = new MutationObserver(learn)
  observer.observe(document.body, { childList: true, subtree: true })

  const putBack = (node: Node) => {
    // Where it went may not have been reported yet.
    if (node.nodeType === Node.TEXT_NODE && isAway(node)) learn(observer.takeRecords())
    const font = fontOf.get(node)
    const texts = font === undefined ? [] : (textsOf.get(font) ?? [])
    for (const text of texts) fontOf.delete(text)
    font?.replaceWith(...texts.filter(isAway))
  }

  const original = Object.getOwnPropertyDescriptors(Node.prototype)
  const change = (
    name: 'appendChild' | 'insertBefore' | 'removeChild',
    callOf: (parent: Node, node: Node, next: Node | null) => readonly [Node | null, ...(Node | null)[]],
  ) => {
    const native = original[name].value
    if (native === undefined) return
    Object.defineProperty(Node.prototype, name, {
      ...original[name],
      value(this: Node, node: Node, next: Node | null = null): Node {
        putBack(node)
        if (next !== null) putBack(next)
        const [parent, ...given] = callOf(this, node, next)
        return parent === null ? node : Reflect.apply(native, parent, given)
      },
    })
  }
  change('appendChild', (parent, node) => [parent, node])
  change('insertBefore', (parent, node, next) => {
    let place = next
    while (place !== null && place.parentNode !== parent) place = place.parentNode
    return [parent, node, place]
  })
  change('removeChild', (_parent, node) => [node.parentNode, node])
  Object.defineProperty(Text.prototype, 'nodeValue', {
    ...original.nodeValue,
    set(this: Text, value: string) {
      putBack(this)
      original.nodeValue.set?.call(this, value)
    },
  })
  return () => {
    observer.disconnect()
    Object.defineProperties(Node.prototype, original)
    Reflect.deleteProperty(Text.prototype, 'nodeValue')
  }
}
