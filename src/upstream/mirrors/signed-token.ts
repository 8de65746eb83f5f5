import * as v from 'valibot'

/** What a signed link says. Times are epoch **seconds**, as RFC 7519 has them. */
export type LinkClaims = {
  readonly iss: string
  readonly sub: string
  /** The mirror it is meant for. */
  readonly aud: string
  /** The path it is meant for; real ones carry a hash of it under this name (Atlassian's "query string hash"). */
  readonly qsh: string
  readonly iat: number
  readonly exp: number
}

const claims: v.GenericSchema<unknown, LinkClaims> = v.object({
  iss: v.string(),
  sub: v.string(),
  aud: v.string(),
  qsh: v.string(),
  iat: v.number(),
  exp: v.number(),
})

/** Signs links and checks them, with a key of its own. */
export type LinkSigner = {
  sign(claims: LinkClaims): Promise<string>
  /** The claims of a token whose signature is right, else `null`. Its times are not checked here. */
  read(token: string): Promise<LinkClaims | null>
}

const encodeText = (text: string): Uint8Array<ArrayBuffer> => Uint8Array.from(new TextEncoder().encode(text))

const encode = (bytes: Uint8Array): string =>
  btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '')

const decode = (text: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (character) =>
    character.charCodeAt(0),
  )

const HEADER = encode(encodeText(JSON.stringify({ alg: 'HS256', typ: 'JWT' })))

/** Makes a signer of compact JSON web signatures (RFC 7515, HS256) with a random key. */
export const createLinkSigner = (): LinkSigner => {
  let key: Promise<CryptoKey> | undefined
  // Made on first use: `crypto.subtle` is absent on pages that are not served securely, and only links need it.
  const keyOnce = () =>
    (key ??= crypto.subtle.importKey(
      'raw',
      crypto.getRandomValues(new Uint8Array(32)),
      { name: 'HMAC', hash: 'SHA-256' },
      false,
      ['sign', 'verify'],
    ))
  return {
    async sign(claims) {
      const input = `${HEADER}.${encode(encodeText(JSON.stringify(claims)))}`
      const signature = await crypto.subtle.sign('HMAC', await keyOnce(), encodeText(input))
      return `${input}.${encode(new Uint8Array(signature))}`
    },
    async read(token) {
      const [header, payload, signature, ...rest] = token.split('.')
      if (header !== HEADER || payload === undefined || signature === undefined || rest.length > 0)
        return null
      try {
        const input = encodeText(`${header}.${payload}`)
        const isGenuine = await crypto.subtle.verify('HMAC', await keyOnce(), decode(signature), input)
        if (!isGenuine) return null
        const read = v.safeParse(claims, JSON.parse(new TextDecoder().decode(decode(payload))))
        return read.success ? read.output : null
      } catch {
        return null
      }
    },
  }
}
