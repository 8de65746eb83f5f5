import type { SilenceOperation } from '#contract/silences.ts'
import type { OperationName, Operations } from '#contract/operations.ts'

type Reading = { [Name in OperationName]: Operations[Name]['method'] extends 'GET' ? Name : never }

/** The operations that change something, or that send somebody's credentials. */
type Write = Exclude<OperationName, Reading[OperationName]>

const WORDS: Record<Write | SilenceOperation, string> = {
  silenceMirror: 'Silence alarms of a mirror',
  endSilence: 'End the silence of a mirror',
  acceptRequest: 'Accept a mirror',
  rejectRequest: 'Reject a mirror',
  deleteRequest: 'Delete a request',
  createRequest: 'Register a mirror',
  updateMirror: 'Correct a mirror’s record',
  removeMirror: 'Remove a mirror',
  publishEvent: 'Publish an event of a mirror',
  setPreferredMirror: 'Choose a preferred mirror',
  clearPreferredMirror: 'Clear the preferred mirror',
  authenticate: 'Check credentials',
}

/** What somebody did, by the operation's name; the name itself where a newer gateway knows more. */
export const operationWords = (operation: string): string =>
  new Map<string, string>(Object.entries(WORDS)).get(operation) ?? operation
