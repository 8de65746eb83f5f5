import { onTestFinished } from 'vitest'

/** Text that no translator touches: names, addresses and code are marked so. */
const UNTOUCHED = '[translate="no"], script, style, title, textarea, font'

/** How a translator takes a text's place; each is done by one in use. */
export type Wrapping = 'replaced' | 'wrapped' | 'removed first'

const translated = (text: string): string => `⟦${text}⟧`

/** A text as it was before {@link startTranslator} translated it. */
export const untranslated = (text: string): string => text.replaceAll(/[⟦⟧]/gu, '')

/** Puts the translation into the text's place, and returns what then stands there. */
const wrap = (text: Text, wrapping: Wrapping): HTMLElement => {
  const outer = document.createElement('font')
  const inner = document.createElement('font')
  outer.append(inner)
  const { parentNode, nextSibling } = text
  if (wrapping === 'wrapped') {
    text.before(outer)
    inner.append(text)
    text.data = translated(text.data)
    return outer
  }
  inner.append(translated(text.data))
  if (wrapping === 'replaced') text.replaceWith(outer)
  else {
    text.remove()
    parentNode?.insertBefore(outer, nextSibling)
  }
  return outer
}

/**
 * Translates the whole document as a browser does, and whatever comes later: each text node is taken out, and two
 * `font` elements with the translation stand in its place. Ends with the test.
 */
export const startTranslator = (wrapping: Wrapping) => {
  const done: { readonly text: Text; readonly font: HTMLElement; readonly data: string }[] = []
  const translate = () => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    const texts: Text[] = []
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      if (!(node instanceof Text) || node.data.trim() === '' || node.parentElement?.closest(UNTOUCHED))
        continue
      texts.push(node)
    }
    for (const text of texts) {
      const font = wrap(text, wrapping)
      done.push({ text, font, data: text.data })
    }
  }
  const observer = new MutationObserver(translate)
  observer.observe(document.body, { childList: true, subtree: true, characterData: true })
  onTestFinished(() => observer.disconnect())
  translate()
  return {
    /** Texts that the app changed after they were translated, while the old translation stays on screen. */
    frozen: () =>
      done.flatMap(({ text, font, data }) =>
        font.isConnected && text.data !== data ? [`${data} → ${text.data}`] : [],
      ),
  }
}
