import type { Plugin } from 'vite'

/** Where a library gives a component its name for developer tools. */
const DISPLAY_NAME = /^[\w$]+\.displayName = .*;$/gm
/** Where a library makes a component or a context. */
const MAKING = /^((?:const|let|var) [\w$]+ = )(?=(?:React(?:\$\d+)?\.)?(?:forwardRef|createContext|memo)\()/gm

/** A library's module without what keeps its components in the build where nothing uses them; lines stay where they are. */
export const withShakenComponents = (code: string): string =>
  code.replaceAll(DISPLAY_NAME, '').replaceAll(MAKING, '$1/* @__PURE__ */ ')

/**
 * Lets the build leave out components of libraries that nothing draws. A name for developer tools is a write, and a call
 * of `forwardRef` may do anything, as far as a bundler knows: either keeps its component.
 */
export const shakeComponents = (): Plugin => ({
  name: 'shake-components',
  apply: 'build',
  transform: {
    filter: { id: /node_modules/, code: /displayName|forwardRef|createContext|memo/ },
    handler: (code) => ({ code: withShakenComponents(code), map: null }),
  },
})
