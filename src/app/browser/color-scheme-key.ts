/** Where the chosen colour scheme is kept in local storage; the document's first script reads it too. */
export const COLOR_SCHEME_KEY = 'mirror-console-color-scheme'
