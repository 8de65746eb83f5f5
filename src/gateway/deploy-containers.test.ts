import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { parse, parseAllDocuments } from 'yaml'
import { LISTED_SETTINGS } from './command/listed-settings.ts'
import { HEALTH_PATH } from './ops/check-paths.ts'
import { SETTING_DEFAULTS } from './ops/config.ts'
import { DEPLOY } from './testing/behind-proxy.ts'

const read = (name: string): string => readFileSync(join(DEPLOY, name), 'utf8')

const { version } = v.parse(v.object({ version: v.string() }), JSON.parse(read('../package.json')))

const NAMES = new Set<string>(LISTED_SETTINGS.map(({ name }) => name))
const SECRETS = new Set<string>(LISTED_SETTINGS.flatMap(({ name, isSecret }) => (isSecret ? [name] : [])))
const PORT = Number(SETTING_DEFAULTS.PORT)

const unknownAmong = (names: readonly string[]): string[] => names.filter((name) => !NAMES.has(name))

/** Names of settings that a comment at the head of a file shows, one a line. */
const shownIn = (text: string): string[] =>
  [...text.matchAll(/^#\s+([A-Z_]+)=/gm)].map(([, name]) => name ?? '')

describe('the container', () => {
  const file = read('Containerfile')

  it('is run by a number that is not root, asks its own health by node, and starts by no shell', () => {
    expect(file).toMatch(/^USER [1-9]\d+:[1-9]\d+$/m)
    const health = file.slice(file.indexOf('HEALTHCHECK'), file.indexOf('ENTRYPOINT'))
    expect(health).toContain(HEALTH_PATH)
    expect(health).toMatch(/CMD \["node", /)
    expect(file).toMatch(/^ENTRYPOINT \["node", "\/opt\/mirror-console\/mirror-console\.mjs"\]$/m)
    expect(file).not.toMatch(/^RUN /m)
  })

  it('is of the archive of this version', () => {
    expect(file).toMatch(new RegExp(`^ARG VERSION=${version.replaceAll('.', '\\.')}$`, 'm'))
    expect(file).toContain('ADD mirror-console-${VERSION}.tar.gz /opt/')
  })

  it('sets what the console knows, and exposes its port', () => {
    const [, set = ''] = /^ENV (.*)$/m.exec(file) ?? []
    const names = set.split(' ').map((one) => one.split('=')[0] ?? '')
    expect(unknownAmong(names)).toEqual(['NODE_ENV'])
    expect(set).toContain(`PORT=${PORT}`)
    expect(file).toMatch(new RegExp(`^EXPOSE ${PORT}$`, 'm'))
  })
})

const service = v.object({
  image: v.string(),
  user: v.optional(v.string()),
  environment: v.optional(v.record(v.string(), v.string()), {}),
  ports: v.optional(v.array(v.string()), []),
  volumes: v.optional(v.array(v.string()), []),
  network_mode: v.optional(v.string()),
  healthcheck: v.optional(v.object({ test: v.array(v.string()) })),
  read_only: v.literal(true),
  cap_drop: v.tuple([v.literal('ALL')]),
  security_opt: v.tuple([v.literal('no-new-privileges:true')]),
})

describe('the compose file', () => {
  const text = read('compose.yaml')
  const { services } = v.parse(v.object({ services: v.record(v.string(), service) }), parse(text))
  const { console, postgres, prometheus } = services

  it('limits every service, and checks its health', () => {
    expect(Object.keys(services)).toEqual(['console', 'postgres', 'prometheus'])
    expect(console?.image).toBe(`localhost/mirror-console:${version}`)
    expect([postgres?.healthcheck?.test[0], prometheus?.healthcheck?.test[0]]).toEqual(['CMD', 'CMD'])
  })

  it('names settings that the console knows, and no secret', () => {
    const named = Object.keys(console?.environment ?? {})
    expect(unknownAmong([...named, ...shownIn(text)])).toEqual([])
    expect(named.filter((name) => SECRETS.has(name))).toEqual([])
    expect(text).not.toMatch(/POSTGRES_PASSWORD:/)
  })

  it('publishes on this machine alone', () => {
    expect(console?.ports).toEqual([`127.0.0.1:${PORT}:${PORT}`, '127.0.0.1:9090:9090'])
    expect([postgres?.ports, prometheus?.ports]).toEqual([[], []])
  })

  it('lets Prometheus ask where the console has its metrics', () => {
    expect(prometheus?.network_mode).toBe('service:console')
    expect(read('prometheus/prometheus.yml')).toContain(`127.0.0.1:${console?.environment['METRICS_PORT']}`)
    const [, mounted = ''] = /^\.\/([^:]+):/.exec(prometheus?.volumes[0] ?? '') ?? []
    expect(existsSync(join(DEPLOY, mounted, 'prometheus.yml'))).toBe(true)
  })
})

const labels = v.record(v.string(), v.string())
const probe = v.object({ httpGet: v.object({ path: v.string(), port: v.string() }) })
const container = v.object({
  image: v.string(),
  env: v.array(
    v.object({
      name: v.string(),
      valueFrom: v.object({ secretKeyRef: v.object({ name: v.string(), key: v.string() }) }),
    }),
  ),
  ports: v.tuple([v.object({ name: v.string(), containerPort: v.number() })]),
  readinessProbe: probe,
  livenessProbe: probe,
  securityContext: v.object({
    allowPrivilegeEscalation: v.literal(false),
    readOnlyRootFilesystem: v.literal(true),
    capabilities: v.object({ drop: v.tuple([v.literal('ALL')]) }),
  }),
})
const manifests = v.tuple([
  v.object({ kind: v.literal('ConfigMap'), data: labels }),
  v.object({
    kind: v.literal('Deployment'),
    spec: v.object({
      replicas: v.number(),
      selector: v.object({ matchLabels: labels }),
      template: v.object({
        metadata: v.object({ labels }),
        spec: v.object({
          terminationGracePeriodSeconds: v.pipe(v.number(), v.minValue(11)),
          securityContext: v.object({ runAsNonRoot: v.literal(true), runAsUser: v.number() }),
          containers: v.tuple([container]),
        }),
      }),
    }),
  }),
  v.object({
    kind: v.literal('Service'),
    spec: v.object({ selector: labels, ports: v.tuple([v.object({ targetPort: v.string() })]) }),
  }),
  v.object({ kind: v.literal('PodDisruptionBudget') }),
])

describe('the manifest for Kubernetes', () => {
  const text = read('kubernetes.yaml')
  const parsed = v.parse(
    manifests,
    parseAllDocuments(text).map((one): unknown => one.toJS()),
  )
  const [settings, { spec }, { spec: exposed }] = parsed
  const pod = spec.template.spec
  const [{ image, env, ports, readinessProbe, livenessProbe }] = pod.containers

  it('names settings that the console knows, and secrets by reference alone', () => {
    const plain = Object.keys(settings.data)
    expect(unknownAmong([...plain, ...env.map(({ name }) => name)])).toEqual([])
    expect(plain.filter((name) => SECRETS.has(name))).toEqual([])
    for (const { name, valueFrom } of env) expect(valueFrom.secretKeyRef.key).toBe(name)
    // Two replicas need one store and the same keys.
    expect(env.map(({ name }) => name)).toEqual(['SESSION_KEYS', 'WATCH_TOKEN', 'WATCH_STORE'])
    expect(spec.replicas).toBe(2)
  })

  it('asks the health where it is answered, and leads to the port that listens', () => {
    const [{ name, containerPort }] = ports
    expect(containerPort).toBe(PORT)
    for (const { httpGet } of [readinessProbe, livenessProbe]) {
      expect(httpGet).toEqual({ path: HEALTH_PATH, port: name })
    }
    expect(exposed.ports[0].targetPort).toBe(name)
    expect(exposed.selector).toEqual(spec.template.metadata.labels)
    expect(spec.selector.matchLabels).toEqual(spec.template.metadata.labels)
  })

  it('runs the image of this version as the user that the image names', () => {
    expect(image).toMatch(new RegExp(`/mirror-console:${version.replaceAll('.', '\\.')}$`))
    expect(read('Containerfile')).toContain(`USER ${pod.securityContext.runAsUser}:`)
  })
})
