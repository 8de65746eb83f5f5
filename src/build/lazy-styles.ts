import type { Plugin } from 'vite'

/** Where Vite's own loader of lazy code puts a style sheet. */
const INTO_HEAD = 'document.head.appendChild(link)'

/**
 * A Vite plugin that puts the style sheets of lazy code behind the first one. That one stands at the end of the body,
 * so that the frame is drawn without it; one that came later into the head would come before it in the document, and
 * what is loaded later builds on what is loaded first.
 *
 * @throws Error when Vite's loader of lazy code does not read as expected.
 */
export const lazyStyles = (): Plugin => ({
  name: 'mirror-console:late-styles',
  apply: 'build',
  transform: {
    filter: { id: /vite\/preload-helper/ },
    handler: (code) => {
      if (!code.includes(INTO_HEAD))
        throw new Error('Vite loads lazy style sheets in another way than expected.')
      return { code: code.replace(INTO_HEAD, 'document.body.appendChild(link)'), map: null }
    },
  },
})
