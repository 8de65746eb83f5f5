import '@mantine/core/styles/Input.css'
import { TextInput } from '@mantine/core'
import { type ClipboardEvent, type KeyboardEvent, useEffect, useEffectEvent, useId, useState } from 'react'
import { useNavigate } from 'react-router'
import { OtherHost } from '#app/domain/mirror/other-host.tsx'
import { SilencedUntil } from '#app/domain/mirror/silence/silenced-until.tsx'
import { VerdictMark } from '#app/domain/mirror/verdict-mark.tsx'
import { type AddressNoteFacts, addressNoteOf } from '#app/domain/repository/address-note-of.ts'
import { searchTextOf } from '#app/domain/repository/wanted-repository.ts'
import { withoutCredentials } from '#app/text/without-credentials.ts'
import { Dialog } from '#app/ui/dialog/dialog.tsx'
import { ForeignText } from '#app/ui/untrusted/foreign-text.tsx'
import { NameDoubt } from '#app/ui/untrusted/name-doubt.tsx'
import classes from '#app/shell/dialogs/frame-dialog.module.css'
import { COMMAND_GROUPS, type PaletteCommand } from './palette-command.ts'
import type { FrameDialogKind } from '#app/shell/dialogs/use-frame-dialog.ts'
import { usePaletteCommands } from './use-palette-commands.ts'

/** Where a key leads among `count` options from place `at`; `null` for keys that do not move. */
const movedTo = (key: string, at: number, count: number): number | null => {
  if (key === 'ArrowDown') return (at + 1) % count
  if (key === 'ArrowUp') return (at - 1 + count) % count
  return null
}

/**
 * Finds and runs anything by its name. A combobox with a list below it: the focus stays in the field, and the list
 * marks the active option. Source: WAI-ARIA APG, "Combobox", list autocomplete with manual selection.
 */
export const CommandPalette = ({
  onOpen,
  onClose,
}: {
  onOpen: (kind: FrameDialogKind) => void
  onClose: () => void
}) => {
  const listId = useId()
  const navigate = useNavigate()
  const [typed, setTyped] = useState('')
  const [pasted, setPasted] = useState<{ text: string; note: AddressNoteFacts | null }>({
    text: '',
    note: null,
  })
  const [place, setPlace] = useState(0)
  const [isEntered, setEntered] = useState(false)
  const isPasted = typed !== '' && typed === pasted.text
  const { commands, status, isPassing, isFinding } = usePaletteCommands(typed, isPasted, onOpen)
  const active = Math.min(place, commands.length - 1)
  const optionId = (command: PaletteCommand | undefined): string | undefined =>
    command && `${listId} ${String(commands.indexOf(command))}`.replaceAll(' ', '-')
  const activeId = optionId(commands[active])
  useEffect(() => {
    if (activeId !== undefined) document.getElementById(activeId)?.scrollIntoView?.({ block: 'nearest' })
  }, [activeId])

  const run = ({ run }: PaletteCommand) => {
    onClose()
    if ('to' in run) void navigate(run.to)
    // A button may open a dialog of its own, which needs the focus that the palette still holds.
    else setTimeout(run.act)
  }
  const runFound = useEffectEvent(() => {
    const found = commands.find(({ group, isFound }) => group === 'Repositories' && isFound === true)
    if (found) run(found)
  })
  const isReady = isEntered && !isFinding
  useEffect(() => {
    if (isReady) runFound()
  }, [isReady])
  const press = (event: KeyboardEvent) => {
    const next = commands.length === 0 ? null : movedTo(event.key, active, commands.length)
    const chosen = commands[active]
    if (next !== null) setPlace(next)
    else if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
    else if (chosen) run(chosen)
    else setEntered(isFinding)
    event.preventDefault()
  }
  const write = (text: string) => {
    setTyped(text)
    setPlace(0)
    setEntered(false)
  }
  const paste = (event: ClipboardEvent) => {
    const raw = event.clipboardData.getData('text')
    const text = searchTextOf(raw) || withoutCredentials(raw)
    if (text === raw) return
    // An address may hold a secret, which must not be shown, and leads further than its text.
    event.preventDefault()
    setPasted({ text, note: addressNoteOf(raw) })
    write(text)
  }
  return (
    <Dialog title="Command palette" onClose={onClose} isHigh>
      <TextInput
        data-autofocus
        role="combobox"
        aria-label="Command"
        aria-expanded={commands.length > 0}
        aria-controls={listId}
        aria-activedescendant={activeId}
        aria-autocomplete="list"
        autoComplete="off"
        placeholder="Page, action, mirror, request, repository or address"
        maxLength={200}
        value={typed}
        spellCheck={false}
        onChange={(event) => write(event.currentTarget.value)}
        onPaste={paste}
        onKeyDown={press}
      />
      <div id={listId} role="listbox" aria-label="Commands" className={classes.list}>
        {COMMAND_GROUPS.filter((name) => commands.some(({ group }) => group === name)).map((name) => (
          <div key={name} role="group" aria-label={name}>
            <div aria-hidden className={classes.group}>
              {name}
            </div>
            {commands
              .filter(({ group }) => group === name)
              .map((command) => (
                // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus -- The focus stays in the field, which runs the option with Enter.
                <div
                  key={command.id}
                  id={optionId(command)}
                  role="option"
                  aria-selected={command === commands[active]}
                  className={classes.option}
                  onClick={() => run(command)}
                >
                  <span>
                    <ForeignText inline>{command.name}</ForeignText>
                    {command.beside === undefined ? null : (
                      <span className={classes.beside}>
                        {' · '}
                        <ForeignText inline>{command.beside}</ForeignText>
                      </span>
                    )}
                    <NameDoubt doubt={command.doubt} />
                  </span>
                  {command.note === undefined ? null : (
                    <span>
                      <span className="visually-hidden">, </span>
                      {command.note}
                    </span>
                  )}
                  {command.verdict ? (
                    <span>
                      <span className="visually-hidden">, </span>
                      <VerdictMark verdict={command.verdict} />
                      {command.mirrorId === undefined ? null : <SilencedUntil mirrorId={command.mirrorId} />}
                    </span>
                  ) : null}
                </div>
              ))}
          </div>
        ))}
      </div>
      {isPasted && pasted.note?.kind === 'host' ? <OtherHost host={pasted.note.host} /> : null}
      <p role={isPassing ? undefined : 'status'} className={classes.status}>
        {status}
      </p>
    </Dialog>
  )
}
