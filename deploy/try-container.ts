import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import * as v from 'valibot'
import { writeLocalBase } from './local-base.ts'
import { findWayToRun, podmanIn } from './podman.ts'
import { shippedPackages } from './shipped-packages.ts'

/** `npm run container`: builds deploy/Containerfile of the archive, runs it as production would, and asks it. */
const root = resolve(import.meta.dirname, '..')
const folder = mkdtempSync(join(tmpdir(), 'mirror-console-container-'))
const podman = podmanIn(folder)
const say = (line: string): void => {
  process.stdout.write(`${line}\n`)
}

/** Ends it where containers cannot be tried. In CI, nothing is skipped. */
const skip = (why: string): void => {
  process.stderr.write(`SKIPPED: deploy/Containerfile was not tried: ${why}\n`)
  process.exitCode = process.env['CI'] === undefined ? 0 : 1
}

const must = (args: readonly string[]): string => {
  const { status, output } = podman(args)
  assert.equal(status, 0, `podman ${args[0]}: ${output}`)
  return output
}

const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  return typeof address === 'object' && address !== null ? address.port : 0
}

const answers = (url: string): Promise<boolean> =>
  fetch(url).then(
    ({ ok }) => ok,
    () => false,
  )

/** Containers and servers cannot say to another process that they are ready; this one gives up with the run. */
const untilAnswers = async (url: string, isGone: () => boolean): Promise<void> => {
  while (!(await answers(url))) {
    if (isGone()) throw new Error(`${url} ended before it answered`)
    await new Promise((go) => setTimeout(go, 50))
  }
}

const tryContainer = async (image: string): Promise<void> => {
  const way = findWayToRun(podman, image)
  if ('why' in way) return skip(`it was built, and containers cannot be started here: ${way.why}`)
  const [upstreamPort, port] = [await freePort(), await freePort()]
  const bitbucket = spawn(process.execPath, [join(root, 'src/demo/upstream.ts')], {
    env: { ...process.env, UPSTREAM_PORT: String(upstreamPort), MIRRORS_PORT: '0' },
    stdio: 'ignore',
  })
  const upstream = `http://127.0.0.1:${upstreamPort}`
  const url = `http://127.0.0.1:${port}`
  const settings = [
    `BITBUCKET_URL=${upstream}`,
    `PUBLIC_URL=${url}`,
    `PORT=${port}`,
    `SESSION_KEYS=${randomBytes(32).toString('hex')}`,
    'WATCH_TOKEN=admin-token',
  ].flatMap((setting) => ['-e', setting])
  const name = 'mirror-console'
  const exec = (...command: readonly string[]) => podman([...way.global, 'exec', name, ...command])
  try {
    await untilAnswers(
      `${upstream}/rest/api/latest/application-properties`,
      () => bitbucket.exitCode !== null,
    )
    must([...way.global, 'run', '-d', '--name', name, ...way.flags, ...settings, image])
    const isRunning = () => must(['inspect', '--format', '{{.State.Running}}', name]) === 'true'
    await untilAnswers(`${url}/-/health`, () => !isRunning())

    const page = await (await fetch(url)).text()
    assert.match(page, /<script /)
    say('OK: it serves the first page.')
    const health = v.parse(
      v.array(v.string()),
      JSON.parse(must(['inspect', '--format', '{{json .HealthCheck.Test}}', image])),
    )
    assert.equal(exec(...health.slice(1)).status, 0)
    say('OK: its health check succeeds.')
    assert.equal(exec('node', '-p', 'process.getuid() + ":" + process.getgid()').output, '10001:10001')
    say('OK: it runs as 10001:10001.')
    const write = exec('node', '-e', 'require("fs").writeFileSync("/opt/mirror-console/x", "")')
    assert.match(write.output, /EROFS/)
    say('OK: its file system is read-only.')
    assert.notEqual(exec('/bin/sh', '-c', 'exit 0').status, 0)
    say('OK: it has no shell, and needs none.')
    const check = exec('node', '/opt/mirror-console/mirror-console.mjs', '--check')
    assert.equal(check.status, 0, check.output)
    assert.match(check.output, /^OK: A running console answers at /m)
    say('OK: its own check succeeds.')
    must(['stop', '-t', '20', name])
    assert.equal(must(['inspect', '--format', '{{.State.ExitCode}}', name]), '0')
    say('OK: it ends cleanly when it is stopped.')
  } finally {
    podman(['rm', '-f', name])
    bitbucket.kill()
  }
}

try {
  const found = podman(['--version'])
  if (found.status !== 0) skip('podman is not installed. Debian: apt-get install podman runc')
  else {
    const made = join(root, '.cache/package')
    writeLocalBase(join(folder, 'base'))
    const build = ['build', '--isolation', 'chroot', '--pull=never', '--format', 'docker', '-q']
    must([...build, '-t', 'localhost/base', join(folder, 'base')])
    const { version } = shippedPackages(root, { hasRuntime: false })
    const image = `localhost/mirror-console:${version}`
    const file = join(root, 'deploy/Containerfile')
    must([...build, '--build-arg', 'BASE=localhost/base', '-t', image, '-f', file, made])
    say(`OK: ${image} was built by ${found.output}, on a base of this machine’s Node.`)
    await tryContainer(image)
  }
} finally {
  rmSync(folder, { recursive: true, force: true })
}
