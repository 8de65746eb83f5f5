import { useEffect, useState } from 'react'

/** How long words must stay the same before they are spoken, in ms: a held key changes them thirty times a second. */
const STABLE_MS = 500

/** Words for screen readers, announced once they stay: one announcement for a fast series of changes. */
export const SpokenLater = ({ words }: { words: string }) => {
  // Empty at first: a region that appears with its text stays silent.
  const [spoken, setSpoken] = useState('')
  useEffect(() => {
    const timer = setTimeout(() => setSpoken(words), STABLE_MS)
    return () => clearTimeout(timer)
  }, [words])
  return (
    <span role="status" className="visually-hidden">
      {spoken}
    </span>
  )
}
