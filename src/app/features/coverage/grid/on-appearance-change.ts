/** Calls back when the screen has another density, as after a zoom or a move to another screen. */
const onDensityChange = (listener: () => void, signal: AbortSignal): void => {
  // A query holds for one density only, so each change needs the next one.
  const query = matchMedia(`(resolution: ${String(devicePixelRatio)}dppx)`)
  const changed = () => {
    listener()
    onDensityChange(listener, signal)
  }
  query.addEventListener('change', changed, { once: true, signal })
}

/**
 * Calls back when the picture must be painted again although its data is the same: after another colour scheme, a
 * change of contrast mode, or another density of the screen.
 *
 * @returns a function that ends it.
 */
export const onAppearanceChange = (listener: () => void): (() => void) => {
  const end = new AbortController()
  const scheme = new MutationObserver(listener)
  scheme.observe(document.documentElement, { attributeFilter: ['data-mantine-color-scheme'] })
  if ('matchMedia' in globalThis) {
    const { signal } = end
    matchMedia('(forced-colors: active)').addEventListener('change', listener, { signal })
    onDensityChange(listener, signal)
  }
  return () => {
    scheme.disconnect()
    end.abort()
  }
}
