/** Keys of everything that the watch saw. */
export const historyKeys = {
  last: (lengthMs: number) => ['history', 'last', lengthMs] as const,
  past: (from: number, to: number) => ['history', 'past', from, to] as const,
  mirror: (mirrorId: string, lengthMs: number) => ['history', 'mirror', mirrorId, lengthMs] as const,
}
