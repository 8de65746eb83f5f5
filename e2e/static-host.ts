import { createReadStream, statSync } from 'node:fs'
import { createServer } from 'node:http'
import { extname, join, normalize } from 'node:path'
import { portOf } from './port-of.ts'

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.svg': 'image/svg+xml',
}

/** A host of files alone. */
export type StaticHost = {
  readonly url: string
  /** Paths that were asked and are no file. */
  readonly missing: readonly string[]
  readonly stop: () => void
}

/** Serves the files of a folder below a path, with no other headers than their type, and 404 for all else. */
export const startStaticHost = async (folder: string, below: string): Promise<StaticHost> => {
  const missing: string[] = []
  const server = createServer(({ url = '/' }, response) => {
    const { pathname } = new URL(url, 'http://host.invalid')
    const file = pathname.endsWith('/') ? `${pathname}index.html` : pathname
    const place = join(folder, normalize(file.slice(below.length)))
    const isFile = file.startsWith(below) && statSync(place, { throwIfNoEntry: false })?.isFile() === true
    if (!isFile) {
      missing.push(pathname)
      response.writeHead(404).end()
      return
    }
    response.writeHead(200, { 'content-type': TYPES[extname(place)] ?? 'application/octet-stream' })
    createReadStream(place).pipe(response)
  })
  await new Promise<void>((listening) => {
    server.listen(0, '127.0.0.1', listening)
  })
  return {
    url: `http://127.0.0.1:${portOf(server)}${below}`,
    missing,
    stop: () => {
      server.closeAllConnections()
      server.close()
    },
  }
}
