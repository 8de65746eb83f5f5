import { IconSearch } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { SearchField } from './search-field.tsx'

/** The pause in typing after which the URL (and a search on the server) follows, in ms. */
const DEBOUNCE_MS = 250

/** A search field whose text lives in the URL. Typing shows immediately and reaches the page debounced. */
export const SearchBox = ({
  value,
  onChange,
  placeholder,
}: {
  value: string
  onChange: (value: string) => void
  placeholder: string
}) => {
  const [text, setText] = useState(value)
  const [reported, setReported] = useState(value)
  const [seen, setSeen] = useState(value)
  if (value !== seen) {
    setSeen(value)
    // The URL changed by itself (back, a link), not because of what was typed here: it wins.
    if (value !== reported) {
      setReported(value)
      setText(value)
    }
  }
  useEffect(() => {
    if (text === reported) return undefined
    const timer = setTimeout(() => {
      setReported(text)
      onChange(text)
    }, DEBOUNCE_MS)
    return () => clearTimeout(timer)
  }, [text, reported, onChange])
  return (
    <SearchField
      type="search"
      label="Search"
      placeholder={placeholder}
      value={text}
      onChange={(event) => setText(event.currentTarget.value)}
      icon={<IconSearch size={16} aria-hidden />}
      clearLabel="Clear search"
      onClear={text === '' ? null : () => setText('')}
      maxLength={200}
    />
  )
}
