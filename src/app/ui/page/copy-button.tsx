import { useEffect, useState } from 'react'
import { ActionIcon } from '@mantine/core'
import { IconCheck, IconCopy } from '@tabler/icons-react'
import { announce } from '#app/browser/announcements.ts'
import { copyText } from '#app/browser/copy-text.ts'

/** How long the button shows that it has copied, in ms. */
const SHOWN_MS = 2000

/** Copies a text. `what` names it for the button ("Copy http clone address") and for the result. */
export const CopyButton = ({ text, what }: { text: string; what: string }) => {
  const [copiedAt, setCopiedAt] = useState<number | null>(null)
  useEffect(() => {
    if (copiedAt === null) return undefined
    const timer = setTimeout(() => setCopiedAt(null), SHOWN_MS)
    return () => clearTimeout(timer)
  }, [copiedAt])
  const copy = async () => {
    if (await copyText(text)) {
      setCopiedAt(Date.now())
      announce(`Copied ${what}`)
    } else announce(`The browser blocked copying ${what}`)
  }
  return (
    <ActionIcon
      variant="subtle"
      color="gray"
      size={28}
      aria-label={`Copy ${what}`}
      onClick={() => void copy()}
    >
      {copiedAt !== null ? <IconCheck size={16} aria-hidden /> : <IconCopy size={16} aria-hidden />}
    </ActionIcon>
  )
}
