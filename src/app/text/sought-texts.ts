import { foldedText } from './folded-text.ts'

/** Where Bitbucket's own paths begin: what stands before is the address of a mirror or of Bitbucket. */
const OWN_PATH = /\/(?:scm|projects|users|rest|status|plugins|mvc|login|dashboard|admin)(?=\/|$).*$/

/** `host[:port][/path]`, after scheme and user. */
const PARTS = /^(\[[\da-f:.]+\]|[^/:]+)(:\d+)?(\/.*|:.*)?$/

/** Whether a word without a scheme is an address: it has a user, or a host with a dot or a port and something behind it. */
const isBareAddress = (word: string): boolean => /^\S+@\S|^[^/:]+\.[^/:]+[/:]|^[^/:]+:\d+(?:\/|$)/.test(word)

/** The word of a text that is an address, without its scheme and user, and whether it is one of ssh. */
const addressIn = (folded: string): { readonly rest: string; readonly isSsh: boolean } | null => {
  const words = folded.split(/[\s'"`<>]+/)
  const word = words.find((one) => one.includes('://')) ?? (words.length === 1 ? words[0] : undefined)
  if (word === undefined || !(word.includes('://') || isBareAddress(word))) return null
  const [, scheme = '', rest = ''] = /^(?:(\S*?):\/\/)?(?:\S*@)?(.*)$/.exec(word) ?? []
  return { rest: rest.replace(/[?#].*$/, ''), isSsh: scheme.endsWith('ssh') }
}

/**
 * The folded texts one of which a row must hold to be found: what was typed, and where that is an address, its host,
 * port and path as they stand in another address, whatever its scheme, user and end. Of an address over ssh only the
 * host counts, and of one that leads to a repository or a page what comes before that.
 */
export const soughtTexts = (search: string): readonly [folded: string, ...addresses: string[]] => {
  const folded = foldedText(search)
  const address = addressIn(folded)
  if (address === null) return [folded]
  const [, host, port = '', path = ''] = PARTS.exec(address.rest) ?? []
  if (host === undefined) return [folded]
  const isHostAlone = address.isSsh || path.startsWith(':')
  const ending = path.replace(OWN_PATH, '').replace(/\/+$/, '')
  const place = isHostAlone ? host : host + port.replace(/^:(?:443|80)$/, '') + ending
  return [folded, `//${place}`, `@${place}`]
}
