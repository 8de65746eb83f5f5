import type { SeedName } from '#upstream/seed-names.ts'

/** Marks the data of this page in the banner of the document, and keeps for the console how high the banner is. */
export const fillBanner = (banner: HTMLElement, seed: SeedName): void => {
  for (const name of banner.querySelectorAll('#seed')) name.textContent = seed
  banner.querySelector(`a[href="?seed=${seed}"]`)?.setAttribute('aria-current', 'true')
  new ResizeObserver(() => {
    document.documentElement.style.setProperty('--demonstration-height', `${banner.offsetHeight}px`)
  }).observe(banner)
}
