import { expect, it } from 'vitest'
import { clockNote } from './clock-note.ts'

it.each([
  [undefined, null],
  [0, null],
  [29_999, null],
  [null, "Ages use this browser's clock because Bitbucket's could not be read."],
  [45_000, "Bitbucket's clock is 45 seconds ahead of this browser's. Ages use Bitbucket's."],
  [-420_000, "Bitbucket's clock is 7 minutes behind this browser's. Ages use Bitbucket's."],
  [3_600_000, "Bitbucket's clock is 1 hour ahead of this browser's. Ages use Bitbucket's."],
])('an offset of %j ms reads %j', (offset, note) => expect(clockNote(offset)).toBe(note))
