import { listen, prepareStop } from '#gateway/http/listen.ts'
import { canListenAt } from './can-listen-at.ts'
import { selfSignedCertificate } from './self-signed-certificate.ts'
import { createFetchServer, type Fetch } from './serve-fetch.ts'

/** Where the mirrors of one small Bitbucket are on this machine. */
export type MirrorPlaces = {
  /** The origin of the mirror with this key, the same at every call. */
  readonly originOf: (key: string) => string
  /**
   * Serves the places among these hosts (with ports) that are not served yet; others are none of ours.
   *
   * @throws ConfigError when the port is taken at one of them.
   */
  readonly open: (hosts: readonly string[]) => Promise<void>
  /** What a gateway must be allowed to ask, as `MIRROR_NETWORKS` has it; the place where nothing listens is in it. */
  readonly networks: string
  /** What signed the certificate of the mirror on https (PEM); `null` without such a mirror. */
  readonly certificates: string | null
  readonly close: (deadlineMs?: number) => Promise<void>
}

/** Ports of the mirrors on http and of the one on https, 0 for any free one; with `null` all are on http. */
export type MirrorPorts = { readonly mirrors: number; readonly secure: number | null }

/** The mirror on https, and how long its certificate still lasts, in ms: so short that somebody has to renew it. */
const SECURE_MIRROR = { key: 'mumbai', lastsMs: 19.5 * 86_400_000 } as const

/** The port of the mirror `dead` of the seed `broken`; asking it must show "unreachable", as with a real one. */
const DEAD_PORT = 1

/** The loopback addresses beyond the usual one, in order: `127.0.1.1`, `127.0.1.2` and so on. */
const loopbackAddress = (at: number): string => `127.0.${Math.floor(at / 254) + 1}.${(at % 254) + 1}`

type Listening = { readonly port: number; readonly close: (deadlineMs?: number) => Promise<void> }

const openSecure = async (
  host: string,
  port: number,
  certificateFor: { readonly name: string } | { readonly address: string },
  fetch: Fetch,
): Promise<Listening & { readonly certificate: string }> => {
  const certificate = selfSignedCertificate({
    ...certificateFor,
    ends: Date.now() + SECURE_MIRROR.lastsMs,
  })
  const { port: actual, close } = await openAt(host, port, fetch, certificate)
  return { port: actual, close, certificate: certificate.cert }
}

const openAt = async (
  host: string,
  port: number,
  fetch: Fetch,
  certificate?: { readonly cert: string; readonly key: string },
): Promise<Listening> => {
  const { server, serve } = createFetchServer(certificate)
  const close = prepareStop(server)
  serve(fetch)
  return { port: await listen(server, host, port, 'MIRRORS_PORT'), close }
}

const closeAll = async (all: readonly Listening[], deadlineMs?: number): Promise<void> => {
  await Promise.all(all.map(({ close }) => close(deadlineMs)))
}

/** Each mirror has a loopback address of its own, which every client reaches without a resolver. */
const placesByAddress = async (ports: MirrorPorts, fetch: Fetch): Promise<MirrorPlaces> => {
  const [secureAddress, firstAddress] = [loopbackAddress(0), loopbackAddress(1)]
  const secure =
    ports.secure === null
      ? null
      : await openSecure(secureAddress, ports.secure, { address: secureAddress }, fetch)
  // The first decides the port of all.
  const first = await openAt(firstAddress, ports.mirrors, fetch)
  const { port } = first
  const addresses = new Map<string, string>()
  const opened = new Map([[`${firstAddress}:${port}`, Promise.resolve(first)]])
  const isOurs = (host: string): boolean => host.endsWith(`:${port}`) && /^127\.0\.[1-9]\d*\./.test(host)
  return {
    originOf: (key) => {
      if (secure !== null && key === SECURE_MIRROR.key) return `https://${secureAddress}:${secure.port}`
      const address = addresses.get(key) ?? loopbackAddress(addresses.size + 1)
      addresses.set(key, address)
      return `http://${address}:${port}`
    },
    open: async (hosts) => {
      for (const host of hosts) {
        if (!isOurs(host) || opened.has(host)) continue
        const place = openAt(host.slice(0, host.lastIndexOf(':')), port, fetch)
        opened.set(host, place)
        // What could not be opened is tried again.
        place.catch(() => opened.delete(host))
      }
      await Promise.all(opened.values())
    },
    networks: [port, secure?.port ?? port, DEAD_PORT].map((one) => `127.0.0.0/8:${one}`).join(', '),
    certificates: secure?.certificate ?? null,
    close: async (deadlineMs) =>
      closeAll([...(await Promise.all(opened.values())), ...(secure === null ? [] : [secure])], deadlineMs),
  }
}

/** Each mirror has a name of its own for one address: for systems with one loopback address, where browsers know them. */
const placesByName = async (ports: MirrorPorts, fetch: Fetch): Promise<MirrorPlaces> => {
  const host = '127.0.0.1'
  const all = await openAt(host, ports.mirrors, fetch)
  const secure =
    ports.secure === null
      ? null
      : await openSecure(host, ports.secure, { name: '*.mirrors.localhost' }, fetch)
  return {
    originOf: (key) =>
      secure !== null && key === SECURE_MIRROR.key
        ? `https://${key}.mirrors.localhost:${secure.port}`
        : `http://${key}.mirrors.localhost:${all.port}`,
    open: () => Promise.resolve(),
    networks: [all.port, secure?.port ?? all.port, DEAD_PORT]
      .map((port) => `*.mirrors.localhost:${port}`)
      .join(', '),
    certificates: secure?.certificate ?? null,
    close: (deadlineMs) => closeAll(secure === null ? [all] : [all, secure], deadlineMs),
  }
}

/**
 * Finds places for mirrors: a loopback address for each where the system has many (Linux, Windows), else a name.
 *
 * @throws ConfigError when a port is taken.
 */
export const findMirrorPlaces = async (
  ports: MirrorPorts,
  fetch: Fetch,
  hasAddresses?: boolean,
): Promise<MirrorPlaces> =>
  (hasAddresses ?? (await canListenAt(loopbackAddress(0))))
    ? placesByAddress(ports, fetch)
    : placesByName(ports, fetch)
