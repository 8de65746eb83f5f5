import '@mantine/core/styles/Input.css'
import { TextInput } from '@mantine/core'
import { type KeyboardEvent, useEffect, useId, useState } from 'react'
import { useNavigate } from 'react-router'
import { VerdictMark } from '#app/domain/mirror/verdict-mark.tsx'
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
  const [place, setPlace] = useState(0)
  const { commands, status, isPassing } = usePaletteCommands(typed, onOpen)
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
  const press = (event: KeyboardEvent) => {
    const next = commands.length === 0 ? null : movedTo(event.key, active, commands.length)
    const chosen = commands[active]
    if (next !== null) setPlace(next)
    else if (event.key === 'Enter' && chosen && !event.nativeEvent.isComposing) run(chosen)
    else return
    event.preventDefault()
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
        placeholder="Page, action, mirror, request or repository"
        maxLength={200}
        value={typed}
        onChange={(event) => {
          setTyped(event.currentTarget.value)
          setPlace(0)
        }}
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
                    </span>
                  ) : null}
                </div>
              ))}
          </div>
        ))}
      </div>
      <p role={isPassing ? undefined : 'status'} className={classes.status}>
        {status}
      </p>
    </Dialog>
  )
}
