import type { Kept } from '#app/domain/coverage/coverage-keeper.ts'

/** What is said about answers that a reload would lose; `null` where none would be. */
export const keptWords: Record<Kept, string | null> = {
  all: null,
  part: 'There are more answers than this browser keeps. A part of them ends with this tab.',
  refused: 'This browser does not keep the answers: its storage is full or blocked. They end with this tab.',
  unnamed: 'Bitbucket does not say who you are, so the answers are not kept. They end with this tab.',
}
