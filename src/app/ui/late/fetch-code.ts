import { lateStyles } from './late-styles.ts'

/** What is said where code that is needed could not be loaded. */
export const LOST_CODE = 'This part of the console could not be loaded. If it stays so, load the page again.'

/** Code of the console that could not be loaded: its server is away, or serves a newer version. */
export class CodeNotLoaded extends Error {
  override readonly name = 'CodeNotLoaded'
}

/**
 * Fetches a part of the console's own code.
 *
 * @throws CodeNotLoaded whatever the browser says about it, which differs from browser to browser.
 */
export const fetchCode = async <Code>(load: () => Promise<Code>): Promise<Code> => {
  try {
    return await load()
  } catch (cause) {
    throw new CodeNotLoaded(LOST_CODE, { cause })
  }
}

/**
 * Fetches a part that is drawn, together with the rules that it is drawn with.
 *
 * @throws CodeNotLoaded when either could not be loaded.
 */
export const fetchPart = <Part>(load: () => Promise<Part>): Promise<Part> =>
  fetchCode(async () => {
    const [part] = await Promise.all([load(), lateStyles()])
    return part
  })
