import { ActionIcon } from '@mantine/core'
import { IconCheck, IconCopy } from '@tabler/icons-react'
import { announce } from '#app/browser/announcements.ts'
import { copyText } from '#app/browser/copy-text.ts'
import { useFlash } from './use-flash.ts'

/** Copies a text. `what` names it for the button ("Copy http clone address") and for the result. */
export const CopyButton = ({ text, what }: { text: string; what: string }) => {
  const [isCopied, flash] = useFlash(2000)
  const copy = async () => {
    if (await copyText(text)) {
      flash()
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
      {isCopied ? <IconCheck size={16} aria-hidden /> : <IconCopy size={16} aria-hidden />}
    </ActionIcon>
  )
}
