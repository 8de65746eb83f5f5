import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ConfigError } from '#gateway/ops/config-error.ts'

/** One file in memory, in the encodings that the build wrote. */
export type StaticFile = {
  readonly type: string
  readonly etag: string
  readonly cacheControl: string
  readonly bodies: { readonly identity: Buffer; readonly br?: Buffer; readonly gzip?: Buffer }
}

const TYPES: Readonly<Record<string, string>> = {
  css: 'text/css; charset=utf-8',
  html: 'text/html; charset=utf-8',
  ico: 'image/x-icon',
  js: 'text/javascript; charset=utf-8',
  json: 'application/json; charset=utf-8',
  map: 'application/json; charset=utf-8',
  png: 'image/png',
  svg: 'image/svg+xml',
  txt: 'text/plain; charset=utf-8',
  webmanifest: 'application/manifest+json',
  webp: 'image/webp',
  woff2: 'font/woff2',
}

/** The build names these after their content, so a year is safe. */
const IMMUTABLE = 'public, max-age=31536000, immutable'

const extensionOf = (name: string): string => name.slice(name.lastIndexOf('.') + 1).toLowerCase()

/** Whether a path ends like a file of a built app. */
export const isFileName = (path: string): boolean =>
  Object.hasOwn(TYPES, extensionOf(path)) && path.includes('.')

const typeOf = (name: string): string => TYPES[extensionOf(name)] ?? 'application/octet-stream'

const etagOf = (body: Buffer): string =>
  `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`

/**
 * Reads the built app into memory, by path. Requests only read this map, so no path reaches the disk.
 *
 * @throws ConfigError when there is no built app.
 */
export const readStaticFiles = (distDir: string): ReadonlyMap<string, StaticFile> => {
  if (!existsSync(join(distDir, 'index.html'))) {
    throw new ConfigError('The built console is missing: run "npm run build" first.')
  }
  const files = new Map<string, StaticFile>()
  const names = readdirSync(distDir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/\.(?:br|gz)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
  for (const name of names) {
    const path = name.slice(distDir.length).replaceAll('\\', '/').replace(/^\/?/, '/')
    const identity = readFileSync(name)
    const br = existsSync(`${name}.br`) ? readFileSync(`${name}.br`) : undefined
    const gzip = existsSync(`${name}.gz`) ? readFileSync(`${name}.gz`) : undefined
    files.set(path, {
      type: typeOf(name),
      etag: etagOf(identity),
      cacheControl: path.startsWith('/assets/') ? IMMUTABLE : 'no-cache',
      bodies: { identity, ...(br ? { br } : {}), ...(gzip ? { gzip } : {}) },
    })
  }
  return files
}
