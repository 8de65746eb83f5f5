import { IconSearch } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { SearchField } from './search-field.tsx'

/** How long typing rests before the URL (and a search on the server) follows, in ms. */
const REST_MS = 250

/** A search field whose text lives in the URL. Typing is shown at once and told to the page when it rests. */
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
  const [told, setTold] = useState(value)
  const [seen, setSeen] = useState(value)
  if (value !== seen) {
    setSeen(value)
    // The URL changed by itself (back, a link), not because of what was typed here: it wins.
    if (value !== told) {
      setTold(value)
      setText(value)
    }
  }
  useEffect(() => {
    if (text === told) return undefined
    const timer = setTimeout(() => {
      setTold(text)
      onChange(text)
    }, REST_MS)
    return () => clearTimeout(timer)
  }, [text, told, onChange])
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
