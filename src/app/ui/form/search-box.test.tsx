import { MantineProvider } from '@mantine/core'
import { fireEvent, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { describe, expect, it } from 'vitest'
import { eventually } from '#demo/testing/eventually.ts'
import { SearchBox } from './search-box.tsx'

/** A search whose page keeps the part of an address behind its last slash. */
const stage = ({ onEnter }: { onEnter?: () => void } = {}) => {
  const seen: string[] = []
  const Stage = () => {
    const [value, setValue] = useState('')
    return (
      <SearchBox
        value={value}
        placeholder="Search"
        onChange={(text) => {
          seen.push(text)
          setValue(text.slice(text.lastIndexOf('/') + 1))
        }}
        {...(onEnter && { onEnter })}
      />
    )
  }
  render(<Stage />, { wrapper: MantineProvider })
  return { seen, user: userEvent.setup(), box: screen.getByRole<HTMLInputElement>('searchbox') }
}

const TOKEN = 'https://ci:S3CR3T@git.example'

describe('what is pasted into a search', () => {
  it('is a word like any other typing', async () => {
    const { seen, user, box } = stage()
    await user.type(box, 'card-')
    await user.paste('gateway')
    expect(box.value).toBe('card-gateway')
    await eventually(() => expect(seen.at(-1)).toBe('card-gateway'))
  })

  it('is an address: it reaches the page at once and as a whole, and the field shows what becomes of it', async () => {
    const { seen, user, box } = stage()
    await user.type(box, 'before')
    await user.paste(`${TOKEN}${'/context'.repeat(100)}/ledger`)
    expect(seen.at(-1)).toHaveLength(TOKEN.length + 807)
    expect(box.value).toBe('ledger')
  })

  it('is an address again: the field shows the same', async () => {
    const { user, box } = stage()
    await user.click(box)
    await user.paste(`${TOKEN}/ledger`)
    await user.type(box, 'x')
    await user.paste(`${TOKEN}/ledger`)
    expect(box.value).toBe('ledger')
  })

  it('is read as one when it has more lines', async () => {
    const { seen, user, box } = stage()
    await user.click(box)
    await user.paste('remote: no\nfatal: /ledger')
    expect(seen).toEqual(['remote: no\nfatal: /ledger'])
    expect(box.value).toBe('ledger')
  })

  it('may be dropped as well', () => {
    const { seen, box } = stage()
    fireEvent.drop(box, { dataTransfer: { getData: () => `${TOKEN}/ledger` } })
    expect(seen).toEqual([`${TOKEN}/ledger`])
    expect(box.value).toBe('ledger')
  })
})

describe('Enter in a search', () => {
  it('comes after what was typed, without waiting for a pause', async () => {
    const order: string[] = []
    const { seen, user, box } = stage({ onEnter: () => order.push(`Enter after ${seen.join()}`) })
    await user.type(box, 'led{Enter}')
    expect(order).toEqual(['Enter after led'])
  })
})
