/** What looks like a secret, and what stands in its place. Wide on purpose: a report is pasted into tickets. */
const SECRETS: readonly (readonly [pattern: RegExp, instead: string])[] = [
  // A query may carry a signed token under any name, so all of it goes.
  [/(\b[a-z][a-z0-9+.-]*:\/\/[^\s?#"]*)[?#][^\s"]*/gi, '$1?[removed]'],
  [/(\b[a-z][a-z0-9+.-]*:\/\/)[^\s/@"]+@/gi, '$1[removed]@'],
  [/\b(?:[A-Za-z0-9_-]{8,}\.){2}[A-Za-z0-9_-]{8,}/g, '[removed]'],
  [/\b(basic|bearer)\s+[A-Za-z0-9+/=._~-]+/gi, '$1 [removed]'],
  [/\b(jwt|token|password|secret|signature)=[^\s&"]+/gi, '$1=[removed]'],
]

/** The text without signed links, credentials and tokens. */
export const withoutSecrets = (text: string): string =>
  SECRETS.reduce((cleaned, [pattern, instead]) => cleaned.replace(pattern, instead), text)
