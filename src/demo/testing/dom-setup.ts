import { cleanup, configure } from '@testing-library/react'
import { afterEach, beforeEach, expect, vi } from 'vitest'
import { installBrowserShims } from './browser-shims.ts'
import { PATIENCE_MS } from './patience.ts'

// Lazy code is transformed when a test first asks for it, which takes its time on a busy machine.
configure({
  asyncUtilTimeout: PATIENCE_MS,
  // By default every look for what is not there yet prints the whole document, a seventh of the time of these tests.
  getElementError: (message) => new Error(message ?? ''),
})

beforeEach(() => {
  installBrowserShims()
  // Files share a browser's storage: what one keeps, the next would take up.
  localStorage.clear()
  sessionStorage.clear()
  vi.spyOn(console, 'error')
})

afterEach(() => {
  cleanup()
  // What a test drew without a renderer would be found by the next file: both share the document.
  for (const drawn of document.body.querySelectorAll(':scope > main')) drawn.remove()
  // An unexpected error is a failure, also when the page is correct.
  expect(vi.mocked(console.error).mock.calls).toEqual([])
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
})
