import { memo } from 'react'
import type { MirroringRequest } from '#contract/mirroring-request.ts'
import type { Decision } from '#app/domain/request/request-decision.ts'
import { mirrorNameOf } from '#app/domain/mirror/mirror-name-of.ts'
import { StateMark, type Tone } from '#app/ui/page/state-mark.tsx'
import { ForeignText } from '#app/ui/untrusted/foreign-text.tsx'
import type { BulkItem } from './bulk-item.ts'
import { bulkDoneWord } from './bulk-words.ts'
import classes from './bulk.module.css'

const marksOf = (
  decision: Decision,
): Record<BulkItem['kind'], { readonly tone: Tone; readonly word: string }> => ({
  waiting: { tone: 'unknown', word: 'Not sent' },
  'under-way': { tone: 'busy', word: 'In progress' },
  done: { tone: 'good', word: bulkDoneWord[decision] },
  settled: { tone: 'off', word: 'Nothing to do' },
  failed: { tone: 'bad', word: 'Failed' },
  unknown: { tone: 'unknown', word: 'Unknown' },
})

/** One request of many, with what became of it once that is known. */
export const BulkRow = memo(
  ({
    request,
    decision,
    item,
  }: {
    request: MirroringRequest
    decision: Decision
    item: BulkItem | undefined
  }) => {
    const mark = item && marksOf(decision)[item.kind]
    return (
      <li className={classes.item}>
        <strong>
          <ForeignText inline>{mirrorNameOf(request)}</ForeignText>
        </strong>
        <span className={classes.dim}>
          <ForeignText inline isAddress>
            {request.mirrorBaseUrl ?? 'no address'}
          </ForeignText>
        </span>
        {mark ? <StateMark tone={mark.tone}>{mark.word}</StateMark> : null}
        {item && 'words' in item ? <span>{item.words}</span> : null}
      </li>
    )
  },
)
