import type { MirrorServer } from '#contract/mirror-server.ts'
import { webAddressOf } from '#app/text/web-address.ts'
import { type GitShell, quotedWord } from '#app/features/preferred-mirror/git/quoted-word.ts'

/** How long the line waits for one mirror, in seconds. */
const WAIT_S = 10

/** The addresses that are safe to ask; the others are left out. The URL parser leaves ASCII without blanks only. */
const addressesOf = (mirrors: readonly MirrorServer[]): readonly string[] =>
  mirrors
    .filter(({ enabled }) => enabled !== false)
    .flatMap(({ baseUrl }) => (baseUrl === null ? [] : (webAddressOf(baseUrl) ?? [])))
    .map(({ origin, pathname }) => `${origin}${pathname.replace(/\/+$/, '')}/status`)

const lines: Readonly<Record<GitShell, (addresses: readonly string[]) => string>> = {
  // `-q` first: a curlrc of one's own would change what is measured. `-g`: brackets are part of an address, no pattern.
  posix: (addresses) =>
    `for mirror in ${addresses.join(' ')}; do curl -q -g -sS -o /dev/null -m ${String(WAIT_S)} -w '%{time_total} s, HTTP %{http_code}, ' "$mirror"; echo "$mirror"; done`,
  powershell: (addresses) =>
    `foreach ($mirror in ${addresses.join(', ')}) { $time = Measure-Command { try { Invoke-WebRequest -UseBasicParsing -TimeoutSec ${String(WAIT_S)} -Uri $mirror | Out-Null } catch { $_.Exception.Message | Out-Host } }; '{0:N3} s, {1}' -f $time.TotalSeconds, $mirror }`,
}

/**
 * One line for a person's own shell that measures how long each mirror takes to tell its status, without credentials;
 * `null` where no mirror has an address that is safe to ask. The console's pages cannot measure it: its policy lets a
 * browser connect to the console only.
 */
export const timingLine = (mirrors: readonly MirrorServer[], shell: GitShell): string | null => {
  const addresses = addressesOf(mirrors)
  return addresses.length === 0 ? null : lines[shell](addresses.map(quotedWord[shell]))
}
