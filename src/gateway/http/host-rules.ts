/** Returns the origin under which a request reached this gateway, or `null` when its `Host` names another server. */
export type HostRules = (host: string) => string | null

/** Ports that browsers leave out of `Host` and of origins. */
const DEFAULT_PORTS: Readonly<Record<string, string>> = { 'http:': '80', 'https:': '443' }

/**
 * The names this gateway answers to: loopback names with its own port, the host it listens on, and the host of its
 * public address. Everything else could be a name that an attacker points at this machine (DNS rebinding).
 */
export const createHostRules = (own: {
  readonly host: string
  readonly port: number
  readonly publicUrl: string | null
}): HostRules => {
  const origins = new Map<string, string>()
  const add = (origin: string) => {
    const { protocol, host, hostname, port, origin: canonical } = new URL(origin)
    origins.set(host, canonical)
    if (port === '') origins.set(`${hostname}:${DEFAULT_PORTS[protocol] ?? ''}`, canonical)
  }
  const literal = own.host.includes(':') ? `[${own.host}]` : own.host
  for (const name of ['localhost', '127.0.0.1', '[::1]', literal]) add(`http://${name}:${own.port}`)
  if (own.publicUrl !== null) add(own.publicUrl)
  return (host) => origins.get(host.toLowerCase()) ?? null
}

/** The rules of a gateway that does not listen yet: it answers to no name. */
export const noHost: HostRules = () => null
