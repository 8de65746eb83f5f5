import '@mantine/core/styles/InlineInput.css'
import '@mantine/core/styles/Radio.css'
import { Radio } from '@mantine/core'
import { memo } from 'react'
import type { MirrorServer } from '#contract/mirror-server.ts'
import { isSafeId } from '#contract/path.ts'
import { ForeignText } from '#app/ui/untrusted/foreign-text.tsx'
import { StateMark } from '#app/ui/page/state-mark.tsx'
import { mirrorTypeWord } from '#app/domain/mirror/mirror-type-word.ts'
import type { Verdict } from '#health/mirror-verdict.ts'
import { SilencedUntil } from '#app/domain/mirror/silence/silenced-until.tsx'
import { VerdictMark } from '#app/domain/mirror/verdict-mark.tsx'
import classes from '#app/features/preferred-mirror/preferred-mirror-page.module.css'

/** One mirror to choose. One that is disabled or cannot serve can be chosen too: its verdict says so. */
export const MirrorOption = memo(
  ({
    mirror,
    doubt,
    verdict,
    isChosen,
    onChoose,
  }: {
    mirror: MirrorServer
    /** What the eye may get wrong about the name. */
    doubt: string | undefined
    verdict: Verdict | undefined
    isChosen: boolean
    onChoose: (mirrorId: string) => void
  }) => (
    <Radio
      className={classes.option ?? ''}
      name="preferred-mirror"
      value={mirror.id}
      checked={isChosen}
      disabled={!isSafeId(mirror.id)}
      onChange={() => onChoose(mirror.id)}
      label={<ForeignText inline>{mirror.name}</ForeignText>}
      description={
        <span className={classes.facts}>
          <span className={classes.judged}>
            {doubt ? <StateMark tone="attention">{doubt}</StateMark> : null}
            {verdict ? <VerdictMark verdict={verdict} /> : null}
            <SilencedUntil mirrorId={mirror.id} />
          </span>
          <span>
            {mirror.mirrorType === null ? 'type ' : ''}
            <ForeignText inline>{mirrorTypeWord(mirror.mirrorType)}</ForeignText>
          </span>
          <span>
            {mirror.baseUrl === null ? (
              'address not given'
            ) : (
              <ForeignText inline>{mirror.baseUrl}</ForeignText>
            )}
          </span>
          {isSafeId(mirror.id) ? null : (
            <span>Its id has characters that cannot be used, so it cannot be chosen.</span>
          )}
        </span>
      }
    />
  ),
)
