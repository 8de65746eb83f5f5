import { IconSearch } from '@tabler/icons-react'
import { type SyntheticEvent, useEffect, useState } from 'react'
import { SearchField } from './search-field.tsx'

/** The pause in typing after which the URL (and a search on the server) follows, in ms. */
const DEBOUNCE_MS = 250

/** What an address or the output of a command has, and words have not. */
const MORE_THAN_WORDS = /[@\n]|:\//

/** So much of what was pasted is read. */
const MAX_PASTED = 10_000

/**
 * A search field whose text lives in the URL. Typing shows immediately and reaches the page debounced. A pasted address
 * reaches the page at once and as a whole, and the field shows only what becomes of it: it may hold a secret, and more
 * than the field takes.
 *
 * @param onEnter Enter was pressed; what was typed has reached the page.
 */
export const SearchBox = ({
  value,
  onChange,
  onEnter,
  placeholder,
}: {
  value: string
  onChange: (value: string) => void
  onEnter?: () => void
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
  const take = (event: SyntheticEvent, data: DataTransfer) => {
    const pasted = data.getData('text').slice(0, MAX_PASTED)
    if (!MORE_THAN_WORDS.test(pasted)) return
    event.preventDefault()
    setText(value)
    setReported(value)
    onChange(pasted)
  }
  return (
    <SearchField
      type="search"
      label="Search"
      placeholder={placeholder}
      value={text}
      onChange={(event) => setText(event.currentTarget.value)}
      onPaste={(event) => take(event, event.clipboardData)}
      onDrop={(event) => take(event, event.dataTransfer)}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || event.nativeEvent.isComposing || onEnter === undefined) return
        // A form around it is not meant.
        event.preventDefault()
        if (text !== reported) {
          setReported(text)
          onChange(text)
        }
        onEnter()
      }}
      icon={<IconSearch size={16} aria-hidden />}
      clearLabel="Clear search"
      onClear={text === '' ? null : () => setText('')}
      maxLength={200}
      // Neither is kept by the browser nor sent to a spelling service.
      autoComplete="off"
      spellCheck={false}
    />
  )
}
