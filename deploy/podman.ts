import { spawnSync } from 'node:child_process'
import { join } from 'node:path'

/** How one call of podman ended. */
export type Ended = { readonly status: number | null; readonly output: string }

/**
 * Podman with images and containers in a folder of its own, which leaves those of the machine alone. `vfs` needs no
 * right to mount.
 */
export const podmanIn =
  (folder: string) =>
  (args: readonly string[]): Ended => {
    const places = [
      '--root',
      join(folder, 'images'),
      '--runroot',
      join(folder, 'run'),
      '--storage-driver',
      'vfs',
    ]
    const { status, stdout, stderr, error } = spawnSync(
      'podman',
      [...places, '--cgroup-manager', 'cgroupfs', ...args],
      { encoding: 'utf8' },
    )
    return { status, output: error === undefined ? `${stdout}${stderr}`.trim() : error.message }
  }

/** Calls podman in one folder. */
export type Podman = ReturnType<typeof podmanIn>

/** Flags with which a container can be started; the second is for machines that are containers themselves. */
const WAYS = [
  { global: [], own: [] },
  { global: ['--runtime', 'runc'], own: ['--ulimit', 'nofile=1024:1024', '--ulimit', 'nproc=1024:1024'] },
]

/** What a container of production may not do: write to its files, become somebody else, use a right of root. */
const LIMITS = ['--read-only', '--cap-drop', 'all', '--security-opt', 'no-new-privileges']

/** How containers are run here, or why they are not. */
export const findWayToRun = (podman: Podman, image: string) => {
  let why = ''
  for (const { global, own } of WAYS) {
    // Podman asks systemd for the time of health checks, and not every machine has it: they are run by hand here.
    const flags = [...own, ...LIMITS, '--network', 'host', '--no-healthcheck']
    const { status, output } = podman([...global, 'run', '--rm', ...flags, image, '--version'])
    if (status === 0) return { global, flags }
    why = output
  }
  return { why: why.split('\n').at(-1) ?? '' }
}
