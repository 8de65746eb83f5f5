import * as v from 'valibot'
import { CELL_STATES, type CellState } from './cell-state.ts'
import type { RunLimits } from './coverage-run.ts'
import { type CoverageKnowledge, DEPTHS } from './open-questions.ts'
import { bytesOf, textOf } from './byte-text.ts'

/** Cells that are kept: about 2 MB of text, so that everything else still finds room in the storage. */
const MAX_CELLS = 500_000

/** A cell: its code, and the minute of its answer in two bytes. */
const CELL_BYTES = 3
const MINUTE_MS = 60_000
const MAX_MINUTES = 0xffff

/** What is older is not worth keeping, in ms. */
const MAX_AGE_MS = 30 * 86_400_000

const KINDS = ['repository', 'empty', 'unreadable'] as const
const id = v.pipe(v.string(), v.maxLength(128))
const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0))

const stored = v.object({
  version: v.literal(1),
  /** What the codes mean; a later version of the console may have other ones. */
  states: v.pipe(v.array(v.string()), v.maxLength(255)),
  mirrorIds: v.array(id),
  /** Project, kind, repository, and the minute in which it was read. */
  samples: v.array(v.tuple([id, v.picklist(KINDS), id, count])),
  /** The minute from which those of cells are counted. */
  from: count,
  /** One row for each of the first samples with a repository. */
  cells: v.string(),
  run: v.nullable(v.object({ budget: count, asked: count, depth: v.picklist(DEPTHS) })),
})

/** A run that was under way. */
export type KeptRun = RunLimits & { readonly asked: number }

/** What is known as text; `isWhole` says whether all of it found room. `null` when nothing is known. */
export const keptCoverageText = (
  { answers, samples }: CoverageKnowledge,
  run: KeptRun | null,
  now: number,
): { readonly text: string; readonly isWhole: boolean } | null => {
  const mirrorIds = answers.mirrorIds().filter((mirrorId) => mirrorId.length <= 128)
  const columns = answers.columnsOf(mirrorIds)
  const from = Math.max(0, Math.floor(now / MINUTE_MS) - MAX_MINUTES)
  const rows: v.InferOutput<typeof stored>['samples'] = []
  for (const [projectId, sample] of samples.entries()) {
    if (sample.kind === 'failed' || projectId.length > 128) continue
    const repositoryId = sample.kind === 'repository' ? sample.id : ''
    rows.push([projectId, sample.kind, repositoryId, Math.floor(sample.at / MINUTE_MS)])
  }
  if (rows.length === 0) return null
  const repositoryIds = rows.flatMap(([, kind, repositoryId]) =>
    kind === 'repository' ? [repositoryId] : [],
  )
  const rowCount = Math.min(repositoryIds.length, Math.floor(MAX_CELLS / Math.max(1, mirrorIds.length)))
  const cells = new Uint8Array(rowCount * mirrorIds.length * CELL_BYTES)
  for (let row = 0; row < rowCount; row += 1) {
    answers.eachCode(repositoryIds[row] ?? '', columns, (index, code, seconds) => {
      const minute = Math.floor(seconds / 60) - from
      if (code === 0 || minute < 0 || minute > MAX_MINUTES) return
      const at = (row * mirrorIds.length + index) * CELL_BYTES
      cells[at] = code
      cells[at + 1] = minute >> 8
      cells[at + 2] = minute & 0xff
    })
  }
  const value: v.InferOutput<typeof stored> = {
    version: 1,
    states: [...CELL_STATES],
    mirrorIds,
    samples: rows,
    from,
    cells: textOf(cells),
    run,
  }
  return { text: JSON.stringify(value), isWhole: rowCount === repositoryIds.length }
}

const isCellState = (name: string | undefined): name is CellState =>
  CELL_STATES.some((state) => state === name)

/**
 * Takes over what a text holds: what is newer than what is known. What is too old, from the future or unreadable is left
 * out; a text that does not fit changes nothing.
 *
 * @returns the run that was under way; `null` where there was none.
 */
export const restoreCoverage = (
  text: string,
  { answers, samples }: CoverageKnowledge,
  now: number,
): KeptRun | null => {
  const read = v.safeParse(v.pipe(v.string(), v.parseJson(), stored), text)
  const cells = read.success ? bytesOf(read.output.cells) : null
  if (!read.success || cells === null) return null
  const { states, mirrorIds, from, run } = read.output
  const isBelievable = (at: number) => at >= now - MAX_AGE_MS && at <= now + MINUTE_MS
  const width = mirrorIds.length * CELL_BYTES
  let row = 0
  for (const [projectId, kind, repositoryId, minute] of read.output.samples) {
    const at = minute * MINUTE_MS
    const start = row * width
    if (kind === 'repository') row += 1
    if (!isBelievable(at)) continue
    const known = samples.of(projectId)
    if (known === undefined || known.at < at) {
      samples.note(projectId, kind === 'repository' ? { kind, id: repositoryId } : { kind }, at)
    }
    if (kind !== 'repository' || start + width > cells.length) continue
    for (const [index, mirrorId] of mirrorIds.entries()) {
      const at = start + index * CELL_BYTES
      const code = cells[at] ?? 0
      const state = states[code]
      const answeredAt = (from + (cells[at + 1] ?? 0) * 256 + (cells[at + 2] ?? 0)) * MINUTE_MS
      if (code === 0 || !isCellState(state) || !isBelievable(answeredAt)) continue
      const answer = answers.at(repositoryId, mirrorId)
      if (answer === undefined || answer.at < answeredAt) {
        answers.remember(repositoryId, mirrorId, { state, at: answeredAt })
      }
    }
  }
  return run
}
