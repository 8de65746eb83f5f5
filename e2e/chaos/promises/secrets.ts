/** A place where text can be read later: an address, the storage of a browser, a document, a log. */
export type Readable = { readonly place: string; readonly text: string }

/** A signed link carries such a token: three parts in base64, of which the first begins with `{"`. */
const SIGNED = /eyJ[\w-]{8,}\.[\w-]{8,}\.[\w-]{8,}/

/** Places where a secret can be read, also in the forms that addresses and headers give it. */
export const leaks = (readables: readonly Readable[], secrets: ReadonlyMap<string, string>): string[] =>
  readables.flatMap(({ place, text }) => [
    ...[...secrets].flatMap(([what, secret]) =>
      [secret, encodeURIComponent(secret), btoa(secret).replace(/=+$/, '')].some((form) =>
        text.includes(form),
      )
        ? [`${what} can be read in ${place}`]
        : [],
    ),
    ...(SIGNED.test(text) ? [`A signed token can be read in ${place}`] : []),
  ])
