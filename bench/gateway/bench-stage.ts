import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { connect, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { readSessionKeys } from '#gateway/session/session-keys.ts'
import { createSessions } from '#gateway/session/sessions.ts'

/** What is asked for: a page of mirrors, a long page of requests, a file of the app. */
export const JOBS = {
  '2 kB': '/rest/mirroring/latest/mirrorServers',
  '200 kB': '/rest/mirroring/latest/requests',
  static: '/assets/app-abc123.js',
} as const

const SIZES: Readonly<Record<string, number>> = { '2 kB': 2000, '200 kB': 200_000, static: 125_000 }

const freePort = (): Promise<number> =>
  new Promise((done) => {
    const server = createServer()
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      const port = typeof address === 'object' && address !== null ? address.port : 0
      server.close(() => done(port))
    })
  })

const untilOpen = async (port: number): Promise<void> => {
  for (let tries = 0; tries < 500; tries += 1) {
    const isOpen = await new Promise<boolean>((done) => {
      const socket = connect(port, '127.0.0.1', () => done(true))
      socket.once('error', () => done(false))
      socket.once('connect', () => socket.destroy())
    })
    if (isOpen) return
    await new Promise((done) => setTimeout(done, 20))
  }
  throw new Error(`Nothing listens on port ${port}: is nginx installed?`)
}

const jsonOf = (size: number): string => JSON.stringify({ values: ['a'.repeat(size - 13)] })

/** One process under load, and what it used so far. */
export type Candidate = {
  readonly port: number
  readonly pid: number
  /** Processor time of it and its children, in seconds. */
  readonly cpu: () => number
}

/** Holds a process on one core (util-linux). */
const PIN = 'taskset'

/** Time that the threads of a process and its children ran, in seconds; Linux counts it in ns (`schedstat`). */
const cpuOf = (pid: number): number => {
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ')
  return [String(pid), ...children.filter((child) => child !== '')]
    .flatMap((one) =>
      readdirSync(`/proc/${one}/task`).map((thread) => `/proc/${one}/task/${thread}/schedstat`),
    )
    .reduce((sum, file) => sum + Number(readFileSync(file, 'utf8').split(' ')[0]) / 1e9, 0)
}

/** The nginx of the bench: one worker, plain HTTP, everything in one folder. */
const nginxConfig = (folder: string, name: string, server: string): string =>
  `daemon off; worker_processes 1; pid ${folder}/${name}.pid; error_log stderr;
events { worker_connections 1024; }
http {
${['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((kind) => `${kind}_temp_path ${folder}/${name}-${kind};`).join('\n')}
sendfile on; tcp_nopush on; keepalive_requests 10000000; keepalive_timeout 75s;
${server}
}
`

/**
 * Starts an upstream (nginx with files), and before it nginx and the gateway with the same job: forward, add the
 * security headers, write a log line (both gather lines before they write), keep no answer on disk. The two are held
 * on one core, and everything else, this process too, on the other.
 */
export const startStage = async () => {
  const held = spawnSync(PIN, ['-a', '-p', '-c', '1', String(process.pid)])
  if (held.status !== 0) throw new Error('taskset (util-linux) and two cores are needed to measure.')
  const folder = mkdtempSync(join(tmpdir(), 'mirror-console-bench-'))
  // Workers of an nginx that root started run as another user.
  chmodSync(folder, 0o755)
  const children: ChildProcess[] = []
  const root = resolve(import.meta.dirname, '../..')
  const run = (
    core: number,
    log: string,
    command: string,
    args: readonly string[],
    env = {},
    cwd = folder,
  ) => {
    const out = openSync(join(folder, log), 'a')
    const child = spawn(PIN, ['-c', String(core), command, ...args], {
      cwd,
      env: { ...process.env, PATH: `${process.env['PATH'] ?? ''}:/usr/sbin`, ...env },
      stdio: ['ignore', out, out],
    })
    children.push(child)
    return child.pid ?? 0
  }
  const runNginx = (core: number, name: string, server: string) => {
    writeFileSync(join(folder, `${name}.conf`), nginxConfig(folder, name, server))
    return run(core, `${name}.log`, 'nginx', [
      '-e',
      'stderr',
      '-p',
      folder,
      '-c',
      join(folder, `${name}.conf`),
    ])
  }

  mkdirSync(join(folder, 'dist', 'assets'), { recursive: true })
  writeFileSync(join(folder, 'dist', 'index.html'), '<!doctype html><head></head>')
  for (const [name, path] of Object.entries(JOBS)) {
    const place = name === 'static' ? join(folder, 'dist', path) : join(folder, 'upstream', path)
    mkdirSync(join(place, '..'), { recursive: true })
    writeFileSync(place, name === 'static' ? 'a'.repeat(SIZES[name] ?? 0) : jsonOf(SIZES[name] ?? 0))
  }
  const [upstreamPort, nginxPort, gatewayPort, metricsPort] = [
    await freePort(),
    await freePort(),
    await freePort(),
    await freePort(),
  ]
  const upstream = `http://127.0.0.1:${upstreamPort}`
  runNginx(
    1,
    'upstream',
    `access_log off; open_file_cache max=100; server { listen 127.0.0.1:${upstreamPort}; root ${folder}/upstream; default_type application/json; add_header X-AUSERNAME admin; }`,
  )
  const headers = [
    'X-Content-Type-Options nosniff',
    'Referrer-Policy no-referrer',
    'Cross-Origin-Opener-Policy same-origin',
    'Cross-Origin-Resource-Policy same-origin',
    `Content-Security-Policy "sandbox; default-src 'none'; frame-ancestors 'none'"`,
  ]
  const nginxPid = runNginx(
    0,
    'nginx',
    `log_format line escape=json '{"time":"$time_iso8601","requestId":"$request_id","method":"$request_method","route":"$uri","status":$status,"ms":$request_time}';
access_log ${folder}/nginx-access.log line buffer=64k flush=1s;
proxy_buffers 32 16k; proxy_busy_buffers_size 128k; proxy_max_temp_file_size 0;
upstream bitbucket { server 127.0.0.1:${upstreamPort}; keepalive 64; keepalive_requests 10000000; }
server {
  listen 127.0.0.1:${nginxPort};
  ${headers.map((header) => `add_header ${header};`).join('\n  ')}
  add_header X-Request-Id $request_id;
  location /assets/ { root ${folder}/dist; types { text/javascript js; } etag on; open_file_cache max=100; }
  location /rest/ { proxy_pass http://bitbucket; proxy_http_version 1.1; proxy_set_header Connection ""; proxy_set_header Authorization "Bearer admin-token"; proxy_set_header X-Request-Id $request_id; add_header Cache-Control no-store; ${headers.map((header) => `add_header ${header};`).join(' ')} add_header X-Request-Id $request_id; }
}`,
  )
  const key = randomBytes(32).toString('hex')
  const gatewayPid = run(0, 'gateway.log', process.execPath, [join(root, 'src/gateway/main.ts')], {
    PORT: String(gatewayPort),
    SESSION_KEYS: key,
    BITBUCKET_URL: upstream,
    METRICS_PORT: String(metricsPort),
  })
  for (const port of [upstreamPort, nginxPort, gatewayPort]) await untilOpen(port)
  const sessions = createSessions({
    keys: readSessionKeys(key),
    upstream,
    consoleAddress: `port ${gatewayPort}`,
    isSecure: false,
    now: Date.now,
  })
  const [cookie = ''] = (await sessions.start('admin', 'Bearer admin-token')).split(';')
  return {
    /** The same request for all servers, as a browser sends it. */
    requestOf: (port: number, path: string): string =>
      `GET ${path} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nCookie: ${cookie}\r\nAccept: application/json\r\nAccept-Language: en\r\nSec-Fetch-Site: same-origin\r\nUser-Agent: bench\r\n\r\n`,
    upstreamPort,
    metricsUrl: `http://127.0.0.1:${metricsPort}/metrics`,
    nginx: { port: nginxPort, pid: nginxPid, cpu: () => cpuOf(nginxPid) } satisfies Candidate,
    gateway: { port: gatewayPort, pid: gatewayPid, cpu: () => cpuOf(gatewayPid) } satisfies Candidate,
    close: () => {
      for (const child of children) child.kill('SIGTERM')
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
