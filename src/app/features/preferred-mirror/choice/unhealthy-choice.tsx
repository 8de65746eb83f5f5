import { cutText } from '#contract/cut-text.ts'
import { Button } from '@mantine/core'
import type { MirrorServer } from '#contract/mirror-server.ts'
import { isSafeId } from '#contract/path.ts'
import type { Verdicts } from '#health/fleet-verdicts.ts'
import { verdictWords } from '#app/domain/mirror/verdict-words.ts'
import { severityOf } from '#health/verdict-severity.ts'
import { plainOf } from '#app/text/hidden-characters.ts'
import { ForeignText } from '#app/ui/untrusted/foreign-text.tsx'
import type { Tone } from '#app/ui/page/state-mark.tsx'
import classes from '#app/features/preferred-mirror/preferred-mirror-page.module.css'

/** What each severity means for cloning from the mirror; empty where there is nothing to say. */
const MEANING: Record<Tone, string> = {
  good: '',
  unknown: '',
  busy: 'Clone what it has not copied yet from the primary.',
  off: 'Clones from it may fail.',
  attention: 'Clones from it may fail or be old.',
  bad: 'Clones from it fail or may be old.',
}

/** Alternatives offered at once. */
const OFFERED = 3

/** Says when the preferred mirror is not well, and offers those that are. Nothing is saved by selecting one. */
export const UnhealthyChoice = ({
  preferred,
  mirrors,
  verdicts,
  onChoose,
}: {
  preferred: MirrorServer
  mirrors: readonly MirrorServer[]
  verdicts: Verdicts
  onChoose: (mirrorId: string) => void
}) => {
  const kind = verdicts.get(preferred.id)?.kind
  const meaning = kind === undefined ? '' : MEANING[severityOf(kind)]
  if (kind === undefined || meaning === '') return null
  const healthy = mirrors.filter(({ id }) => isSafeId(id) && verdicts.get(id)?.kind === 'healthy')
  return (
    <div role="status" className={classes.current}>
      <span>
        “<ForeignText inline>{preferred.name}</ForeignText>”: {verdictWords[kind].toLowerCase()}. {meaning}{' '}
        {healthy.length === 0 ? 'No other mirror is known to be healthy now.' : 'These are healthy:'}
      </span>
      {healthy.slice(0, OFFERED).map(({ id, name }) => (
        <Button key={id} variant="default" size="xs" onClick={() => onChoose(id)}>
          {`Select ${plainOf(cutText(name, 120))}`}
        </Button>
      ))}
    </div>
  )
}
