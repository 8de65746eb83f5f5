import { useState } from 'react'

/** The last value from a moment when it was settled: while it is in motion, what depends on it keeps its place. */
export const useWhileSettled = <Value>(value: Value, isSettled: boolean): Value => {
  const [kept, setKept] = useState(value)
  if (isSettled && kept !== value) setKept(value)
  return isSettled ? value : kept
}
