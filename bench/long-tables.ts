import { type Browser, chromium } from '@playwright/test'
import { findChromium } from '#e2e/find-chromium.ts'
import { type ListFigures, measureLists } from './lists.ts'
import { type MatrixFigures, measureMatrix } from './matrix.ts'

const withBrowser = async <Result>(work: (browser: Browser) => Promise<Result>): Promise<Result> => {
  const found = findChromium()
  const browser = await chromium.launch(found === null ? {} : { executablePath: found.path })
  try {
    return await work(browser)
  } finally {
    await browser.close()
  }
}

const matrixRows = ({ size, scroll }: MatrixFigures): readonly string[] =>
  scroll.map(
    ({ slowdown, pxPerFrame, fps, p95Ms, worstMs, cpuMs }) =>
      `| ${size} | ÷${slowdown} | ${pxPerFrame} | ${fps.toFixed(0)} | ${p95Ms.toFixed(1)} | ${worstMs.toFixed(0)} | ${cpuMs.toFixed(1)} |`,
  )

const matrixNote = ({ size, filterMs, verdictMs, heapMb }: MatrixFigures): string =>
  `- ${size}: search ${filterMs.toFixed(1)} ms, verdict until drawn ${verdictMs.toFixed(0)} ms, heap ${heapMb.toFixed(0)} MB`

/** The matrix of coverage at its two promised sizes, as Markdown. */
export const benchMatrix = async (): Promise<string> => {
  const sizes = await withBrowser(measureMatrix)
  return [
    '| size | processor | px a frame | frames/s | p95 ms | worst ms | main thread, ms a frame |',
    '|---|---|---|---|---|---|---|',
    ...sizes.flatMap(matrixRows),
    '',
    ...sizes.map(matrixNote),
  ].join('\n')
}

const listRow = (list: ListFigures): string =>
  [
    list.rows.toLocaleString('en'),
    `${list.loadAllMs.toFixed(0)} (${list.loadAllCpuMs.toFixed(0)})`,
    list.firstSortMs.toFixed(0),
    list.sortMs.toFixed(0),
    list.filterMs.toFixed(0),
    `${list.inputToPaintMs.toFixed(0)}, ${list.slowInputToPaintMs.toFixed(0)} at ÷4`,
    list.scroll.map(({ slowdown, p95Ms }) => `${p95Ms.toFixed(1)} at ÷${slowdown}`).join(', '),
    list.heapMb.toFixed(1),
    list.elements,
  ].join(' | ')

/** The long lists of the crowded small Bitbucket, as Markdown. */
export const benchLists = async (): Promise<string> => {
  const lists = await withBrowser(measureLists)
  return [
    '| rows | load all, ms (own part) | first sort, ms | sort, ms | filter, ms | input to paint, ms | scrolling p95, ms | heap MB | elements |',
    '|---|---|---|---|---|---|---|---|---|',
    ...lists.map((list) => `| ${listRow(list)} |`),
  ].join('\n')
}
