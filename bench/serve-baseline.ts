import { readdirSync, readFileSync } from 'node:fs'
import { createServer, type ServerResponse } from 'node:http'
import { join } from 'node:path'
import { brotliCompressSync } from 'node:zlib'
import { portOf } from '#e2e/port-of.ts'
import type { BaselineName } from './build-baseline.ts'

const TYPES: Readonly<Record<string, string>> = {
  css: 'text/css',
  html: 'text/html; charset=utf-8',
  js: 'text/javascript',
}

const filesIn = (folder: string) =>
  new Map(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => {
        const place = join(entry.parentPath, entry.name)
        const type = TYPES[entry.name.slice(entry.name.lastIndexOf('.') + 1)] ?? 'application/octet-stream'
        return [place.slice(folder.length), { type, body: brotliCompressSync(readFileSync(place)) }] as const
      }),
  )

/**
 * Serves a built baseline as the gateway serves the console: out of memory, compressed at its best, files that never
 * change kept for a year. Data come from the small Bitbucket at `bitbucketUrl`, as its administrator.
 */
export const serveBaseline = async (
  name: BaselineName,
  folder: string,
  bitbucketUrl: string,
): Promise<{ readonly url: string; readonly close: () => void }> => {
  const files = filesIn(folder)
  const authorization = `Basic ${Buffer.from('admin:admin').toString('base64')}`
  const relay = async (path: string, response: ServerResponse) => {
    const answer = await fetch(bitbucketUrl + path, { headers: { authorization } })
    response.writeHead(answer.status, { 'content-type': 'application/json', 'cache-control': 'no-store' })
    response.end(Buffer.from(await answer.arrayBuffer()))
  }
  const server = createServer((request, response) => {
    const path = request.url ?? '/'
    if (path.startsWith('/rest/')) {
      relay(path, response).catch(() => response.writeHead(502).end())
      return
    }
    const file = files.get(path === '/' ? `/${name}.html` : path)
    if (file === undefined) {
      response.writeHead(404).end()
      return
    }
    response.writeHead(200, {
      'content-type': file.type,
      'content-encoding': 'br',
      'cache-control': path.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-store',
    })
    response.end(file.body)
  })
  await new Promise<void>((listening) => {
    server.listen(0, '127.0.0.1', listening)
  })
  const close = () => {
    server.closeAllConnections()
    server.close()
  }
  return { url: `http://127.0.0.1:${portOf(server)}`, close }
}
