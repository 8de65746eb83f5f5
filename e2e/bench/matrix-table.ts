import { chromium } from '@playwright/test'
import { findChromium } from '#e2e/find-chromium.ts'
import { measureMatrix } from './matrix.ts'

/** The matrix of coverage at its two promised sizes, as Markdown. */
export const benchMatrix = async (): Promise<string> => {
  const found = findChromium()
  const browser = await chromium.launch(found === null ? {} : { executablePath: found.path })
  try {
    const sizes = await measureMatrix(browser)
    return [
      '| size | processor | px a frame | frames/s | p95 ms | worst ms | main thread, ms a frame |',
      '|---|---|---|---|---|---|---|',
      ...sizes.flatMap(({ size, scroll }) =>
        scroll.map(
          ({ slowdown, pxPerFrame, fps, p95Ms, worstMs, cpuMs }) =>
            `| ${size} | ÷${slowdown} | ${pxPerFrame} | ${fps.toFixed(0)} | ${p95Ms.toFixed(1)} | ${worstMs.toFixed(0)} | ${cpuMs.toFixed(1)} |`,
        ),
      ),
      '',
      ...sizes.map(
        ({ size, filterMs, verdictMs, heapMb }) =>
          `- ${size}: search ${filterMs.toFixed(1)} ms, verdict until drawn ${verdictMs.toFixed(0)} ms, heap ${heapMb.toFixed(0)} MB`,
      ),
    ].join('\n')
  } finally {
    await browser.close()
  }
}
