import * as v from 'valibot'
import { MANIFEST_MARK, type PageManifest, pageManifest } from '#contract/page-manifest.ts'
import { parseJson } from '#contract/parse-json.ts'
import { matchPath } from '#contract/path.ts'
import { escapeHtml } from './escape-html.ts'

/** Where the page is: its path below the console's own, and whether a query follows, which asks for something else. */
export type PageAddress = { readonly path: string; readonly hasQuery: boolean }

const MANIFEST = new RegExp(`${MANIFEST_MARK}([^]*?)-->`)

const manifestIn = (html: string): PageManifest => {
  const [, json = '[]'] = MANIFEST.exec(html) ?? []
  return v.parse(pageManifest, parseJson(json))
}

const link = (attributes: string, address: string): string =>
  `<link ${attributes} href="${escapeHtml(address)}" />`

/**
 * Takes the build's manifest of pages out of the document, and leaves `mark` in its place.
 *
 * @returns the document, and the links that a page can have there: its data first, since Bitbucket takes longest, then
 *   its code. With a query in the address only the code is named. An id that a path cannot contain matches no page.
 */
export const createEarlyLinks = (html: string, mark: string, basePath: string) => {
  const pages = manifestIn(html).map(({ path, scripts, styles, reads }) => ({
    path,
    code: [
      ...scripts.map((file) => link('rel="modulepreload"', `${basePath}/${file}`)),
      ...styles.map((file) => link('rel="preload" as="style"', `${basePath}/${file}`)),
    ].join(''),
    reads,
  }))
  const linksOf = ({ path, hasQuery }: PageAddress): string => {
    for (const page of pages) {
      const ids = matchPath(page.path, path)
      if (ids === null) continue
      const reads = hasQuery ? [] : page.reads
      const data = reads.map((read) =>
        link(
          'rel="preload" as="fetch" crossorigin',
          basePath + read.replaceAll(/\{(\w+)\}/g, (_whole, name: string) => ids[name] ?? ''),
        ),
      )
      return data.join('') + page.code
    }
    return ''
  }
  return { html: html.replace(MANIFEST, mark), linksOf }
}
