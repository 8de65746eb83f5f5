import { afterEach, describe, expect, it } from 'vitest'
import { lateStyles } from './late-styles.ts'

/** A document like the built one, with its first sheet below a path, and another sheet behind it. */
const writeDocument = () => {
  const first = document.createElement('link')
  first.setAttribute('href', 'https://console.invalid/tools/assets/first.css')
  first.dataset['late'] = 'late.css'
  const other = document.createElement('link')
  document.head.append(first, other)
  return { first, other }
}

const links = () => [...document.head.querySelectorAll('link')]

afterEach(() => {
  for (const link of links()) link.remove()
})

describe('the styles of what comes later', () => {
  it('are there at once where one sheet has all rules', async () => {
    await lateStyles()
    expect(links()).toEqual([])
  })

  it('follow the first sheet, from the same place, and are asked for once', async () => {
    const { first, other } = writeDocument()
    const asked = [lateStyles(), lateStyles()]
    const [, late, ...rest] = links()
    expect(late?.href).toBe('https://console.invalid/tools/assets/late.css')
    expect([first.nextSibling, late?.nextSibling, rest]).toEqual([late, other, [other]])
    // A sheet that fails is asked for anew, in the same place.
    late?.dispatchEvent(new Event('error'))
    for (const one of asked)
      await expect(one).rejects.toThrow('https://console.invalid/tools/assets/late.css')
    expect(links()).toEqual([first, other])
    const again = lateStyles()
    links()[1]?.dispatchEvent(new Event('load'))
    await again
    await lateStyles()
    expect(links()).toHaveLength(3)
  })
})
