import { renderToStaticMarkup } from 'react-dom/server'
import { FirstFrame } from './first-frame.tsx'
import { firstStyles } from './first-styles.ts'

/**
 * What the build writes into the document, so that a person sees the console before its script has arrived.
 *
 * @param css the style sheet of the first page.
 */
export const drawFirstPaint = (css: string) => ({
  styles: firstStyles(css),
  frame: renderToStaticMarkup(<FirstFrame isSimulated={false} />),
  simulatedFrame: renderToStaticMarkup(<FirstFrame isSimulated />),
})
