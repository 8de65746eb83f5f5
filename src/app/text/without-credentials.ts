/** What of an address may be a secret, in the order in which it is taken out. */
const SECRETS = [
  // A token may hold slashes, so everything up to the last `@` goes.
  /(?<=:\/\/)\S*@/g,
  // A query may carry a signed token under any name.
  /(?<=:\/\/[^\s?#]*)[?#]\S*/g,
  // What stands where a port would and is none is the begin of a password.
  /(?<=:\/\/)(?!\[)[^\s/:]*:(?!\d*(?:\/|\s|$))\S*/g,
  // Without its scheme, as it is copied from a log.
  /(?<=^|\s)[^\s/@:]+:[^\s@]+@/g,
] as const

/** A text without users, passwords, tokens and queries of the addresses in it: what may stand in a URL. */
export const withoutCredentials = (text: string): string =>
  SECRETS.reduce((rest, secret) => rest.replaceAll(secret, ''), text)
