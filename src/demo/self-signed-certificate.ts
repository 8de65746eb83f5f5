import { createSign, generateKeyPairSync } from 'node:crypto'

/** One element of DER (X.690): a tag, the length, the content. */
const der = (tag: number, ...content: readonly Uint8Array[]): Buffer => {
  const body = Buffer.concat(content)
  const size = body.length < 128 ? [body.length] : [0x82, body.length >> 8, body.length & 0xff]
  return Buffer.concat([Buffer.from([tag, ...size]), body])
}
const sequence = (...content: readonly Uint8Array[]) => der(0x30, ...content)
const oid = (hex: string) => der(0x06, Buffer.from(hex, 'hex'))
const bits = (content: Uint8Array) => der(0x03, Buffer.from([0]), content)
const time = (text: string) => der(0x18, Buffer.from(text))
const name = (text: string) => sequence(der(0x31, sequence(oid('550403'), der(0x0c, Buffer.from(text)))))

const ECDSA_WITH_SHA256 = sequence(oid('2a8648ce3d040302'))
const YES = der(0x01, Buffer.from([0xff]))

/** A moment as DER writes it (GeneralizedTime); epoch ms. */
const timeAt = (at: number) => time(new Date(at).toISOString().replaceAll(/[-:T]|\.\d+/g, ''))

const [FIRST_DAY, LAST_DAY] = [Date.UTC(2020, 0), Date.UTC(2120, 0)]

/**
 * A certificate that signs itself and may sign others, with its key, both as PEM. It is made for every start and every
 * test, so that the repository contains no private key.
 *
 * @param name a host name, or a pattern of them such as `*.mirrors.localhost`; where absent, it is for the address.
 * @param address of IPv4; 127.0.0.1 where absent.
 * @param ends when it ends, epoch ms; in a hundred years where absent.
 */
export const selfSignedCertificate = ({
  name: host,
  address = '127.0.0.1',
  ends = LAST_DAY,
}: { readonly name?: string; readonly address?: string; readonly ends?: number } = {}) => {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const extensions = sequence(
    // Basic constraints: an authority.
    sequence(oid('551d13'), YES, der(0x04, sequence(YES))),
    // Alternative name: the host or the address.
    sequence(
      oid('551d11'),
      der(
        0x04,
        sequence(
          host === undefined
            ? der(0x87, Buffer.from(address.split('.').map(Number)))
            : der(0x82, Buffer.from(host)),
        ),
      ),
    ),
  )
  const body = sequence(
    der(0xa0, der(0x02, Buffer.from([2]))),
    der(0x02, Buffer.from([1])),
    ECDSA_WITH_SHA256,
    name('Test authority'),
    sequence(timeAt(FIRST_DAY), timeAt(ends)),
    name('Test authority'),
    publicKey.export({ type: 'spki', format: 'der' }),
    der(0xa3, extensions),
  )
  const signature = createSign('sha256').update(body).sign(privateKey)
  const certificate = sequence(body, ECDSA_WITH_SHA256, bits(signature)).toString('base64')
  const lines = certificate.match(/.{1,64}/g)?.join('\n') ?? ''
  return {
    cert: `-----BEGIN CERTIFICATE-----\n${lines}\n-----END CERTIFICATE-----\n`,
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
  }
}
