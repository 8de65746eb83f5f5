import { describe, expect, it } from 'vitest'
import { createDocument } from './document.ts'

const HTML = '<meta content="__SESSION__"><script nonce="__CSP_NONCE__"></script><link nonce="__CSP_NONCE__">'

describe('the document', () => {
  it('gets the nonce everywhere and the session once', () => {
    expect(createDocument(HTML)('abc', '{}')).toBe(
      '<meta content="{}"><script nonce="abc"></script><link nonce="abc">',
    )
  })

  it('lets no name out of its attribute', () => {
    const text = createDocument(HTML)('abc', JSON.stringify({ user: `"><script>alert('1')</script>&amp;` }))
    expect(text.match(/<script/g)).toHaveLength(1)
    expect(text).toContain('&quot;&gt;&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;&amp;amp;')
  })

  it('is not filled from what fills it', () => {
    expect(createDocument(HTML)('abc', '"__CSP_NONCE__ $& __SESSION__"')).toContain(
      'content="&quot;__CSP_NONCE__ $&amp; __SESSION__&quot;"',
    )
  })

  it('has of its parts the one that is asked for', () => {
    const html =
      '<div><!--part:frame--><b>a</b><!--/part--><!--part:simulated-frame--><i>b</i><!--/part--></div>'
    const documentOf = createDocument(html)
    expect(documentOf('abc', '{}')).toBe('<div></div>')
    expect(documentOf('abc', '{}', 'frame')).toBe('<div><b>a</b></div>')
    expect(documentOf('abc', '{}', 'simulated-frame')).toBe('<div><i>b</i></div>')
  })
})
