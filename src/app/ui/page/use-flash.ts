import { useCallback, useEffect, useState } from 'react'

/** A flag that falls back by itself after `ms`. */
export const useFlash = (ms: number): readonly [boolean, () => void] => {
  const [since, setSince] = useState<number | null>(null)
  useEffect(() => {
    if (since === null) return undefined
    const timer = setTimeout(() => setSince(null), ms)
    return () => clearTimeout(timer)
  }, [since, ms])
  const flash = useCallback(() => setSince(Date.now()), [])
  return [since !== null, flash]
}
