import { describe, expect, it } from 'vitest'
import { createDocument, type DocumentFilling } from './document.ts'

const HTML = '<meta content="__SESSION__"><script nonce="__CSP_NONCE__"></script><link nonce="__CSP_NONCE__">'

const filled = (html: string, filling: Partial<DocumentFilling>, basePath?: string): string =>
  createDocument(html, basePath)({ nonce: 'abc', session: '{}', part: null, page: null, ...filling })

describe('the document', () => {
  it('gets the nonce everywhere and the session once', () => {
    expect(filled(HTML, {})).toBe('<meta content="{}"><script nonce="abc"></script><link nonce="abc">')
  })

  it('keeps every name inside its attribute', () => {
    const text = filled(HTML, { session: JSON.stringify({ user: `"><script>alert('1')</script>&amp;` }) })
    expect(text.match(/<script/g)).toHaveLength(1)
    expect(text).toContain('&quot;&gt;&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;&amp;amp;')
  })

  it('is not filled from what fills it', () => {
    expect(filled(HTML, { session: '"__CSP_NONCE__ $& __SESSION__ <!--links-->"' })).toContain(
      'content="&quot;__CSP_NONCE__ $&amp; __SESSION__ &lt;!--links--&gt;&quot;"',
    )
  })

  it('contains only the part that is asked for', () => {
    const html =
      '<div><!--part:frame--><b>a</b><!--/part--><!--part:simulated-frame--><i>b</i><!--/part--></div>'
    expect(filled(html, {})).toBe('<div></div>')
    expect(filled(html, { part: 'frame' })).toBe('<div><b>a</b></div>')
    expect(filled(html, { part: 'simulated-frame' })).toBe('<div><i>b</i></div>')
  })
})

describe('the links of a page', () => {
  const manifest = [
    {
      path: '/mirrors',
      scripts: ['assets/list.js'],
      styles: [],
      reads: ['/rest/list?start=0&limit=9'],
    },
    {
      path: '/mirrors/{id}',
      scripts: ['assets/one.js'],
      styles: ['assets/late.css'],
      reads: ['/rest/one/{id}', '/rest/one/{id}/more'],
    },
  ]
  const html = `<head></head><!--pages:${JSON.stringify(manifest)}-->`
  const list =
    '<link rel="preload" as="fetch" crossorigin href="/rest/list?start=0&amp;limit=9" />' +
    '<link rel="modulepreload" href="/assets/list.js" />'
  const codeOfOne =
    '<link rel="modulepreload" href="/assets/one.js" /><link rel="preload" as="style" href="/assets/late.css" />'
  const one =
    '<link rel="preload" as="fetch" crossorigin href="/rest/one/B0F5_1-x" />' +
    `<link rel="preload" as="fetch" crossorigin href="/rest/one/B0F5_1-x/more" />${codeOfOne}`

  it.each([
    ['/mirrors', false, list],
    ['/mirrors', true, list.slice(list.indexOf('<link rel="modulepreload"'))],
    ['/mirrors/B0F5_1-x', false, one],
    ['/mirrors/B0F5_1-x', true, codeOfOne],
    ['/mirrors/B0F5.1', false, ''],
    ['/mirrors/%22%3E', false, ''],
    ['/mirrors/__SESSION__', false, one.replaceAll('B0F5_1-x', '__SESSION__')],
    [`/mirrors/${'x'.repeat(129)}`, false, ''],
    ['/mirrors/', false, ''],
    ['/mirrors/1/panel', false, ''],
    ['/nowhere', false, ''],
  ])('of %s are correct (with a query: %s)', (path, hasQuery, links) => {
    expect(filled(html, { page: { path, hasQuery } })).toBe(`<head></head>${links}`)
  })

  it('are left out with the manifest for a caller without access', () => {
    expect(filled(html, {})).toBe('<head></head>')
  })

  it('begin with the path below which the console is served', () => {
    expect(filled(html, { page: { path: '/mirrors', hasQuery: false } }, '/ops')).toBe(
      `<head><meta name="mirror-console-base" content="/ops" /></head>${list.replaceAll('href="', 'href="/ops')}`,
    )
  })

  it('stop the start when the manifest cannot be read', () => {
    expect(() => createDocument('<!--pages:[{"path":1}]-->')).toThrow('Expected string')
  })
})
