import { useMemo, useState } from 'react'
import type { MirrorServer } from '#contract/mirror-server.ts'
import type { Verdict } from '#health/mirror-verdict.ts'
import type { Verdicts } from '#health/fleet-verdicts.ts'
import { CopyButton } from '#app/ui/page/copy-button.tsx'
import { timingLine } from './timing-line.ts'
import classes from './measurement-panel.module.css'

const SHELLS = [
  { shell: 'posix', name: 'Linux, macOS, Git Bash' },
  { shell: 'powershell', name: 'PowerShell' },
] as const

/** What the console itself does not ask, such as a metadata service, nobody's computer should ask for it. */
const isAskable = (verdict: Verdict | undefined): boolean =>
  verdict !== undefined && verdict.checkedAt !== null && verdict.kind !== 'not-allowed'

/** The way to measure from where the person is: a line for their own shell. */
export const OwnComputer = ({
  mirrors,
  verdicts,
}: {
  mirrors: readonly MirrorServer[]
  verdicts: Verdicts
}) => {
  const [isOpen, setOpen] = useState(false)
  const lines = useMemo(
    () =>
      SHELLS.flatMap(({ shell, name }) => {
        const line = timingLine(
          mirrors.filter(({ id }) => isAskable(verdicts.get(id))),
          shell,
        )
        return line === null ? [] : [{ name, line }]
      }),
    [mirrors, verdicts],
  )
  return (
    <details className={classes.own} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>Measure from your own computer</summary>
      <p className={classes.note}>
        {lines.length === 0
          ? 'The console has asked no mirror yet, so there is no line to run.'
          : 'Run one of these lines in a terminal. It asks each mirror for its status, without your credentials, and prints how long the answer took.'}
      </p>
      {(isOpen ? lines : []).map(({ name, line }) => (
        <section key={name} aria-label={name} className={classes.line}>
          <strong>{name}</strong>
          <CopyButton text={line} what={`line for ${name}`} />
          <pre translate="no">{line}</pre>
        </section>
      ))}
    </details>
  )
}
