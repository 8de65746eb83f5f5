import type { MirrorServer } from '#contract/mirror-server.ts'
import type { WriteOutcome } from '#app/api/confirmed-write.ts'
import type { CorrectionSubject } from '#app/domain/mirror/mirror-correction.ts'
import { mirrorNameOf } from '#app/domain/mirror/mirror-name-of.ts'
import { Dialog } from '#app/ui/dialog/dialog.tsx'
import type { WritePhase } from '#app/ui/dialog/use-confirmed-write.ts'
import dialogClasses from '#app/ui/dialog/write-dialog.module.css'
import { WriteFooter } from '#app/ui/dialog/write-footer.tsx'
import { WriteResult } from '#app/ui/dialog/write-result.tsx'
import { StateMark } from '#app/ui/page/state-mark.tsx'
import { ForeignText } from '#app/ui/untrusted/foreign-text.tsx'
import { ChangesTable } from './changes-table.tsx'
import { correctionDoubts } from './correction-doubts.ts'
import { correctionWords } from './correction-words.ts'

/**
 * Asks before a record is corrected, with what it has now beside what it is to have.
 *
 * @param isOver whether nothing is left to send: the mirror is gone, or its record changed meanwhile.
 */
export const CorrectionDialog = ({
  subject,
  phase,
  isBusy,
  isOver,
  onSend,
  onCheck,
  onClose,
}: {
  subject: CorrectionSubject
  phase: WritePhase<CorrectionSubject, WriteOutcome<MirrorServer, MirrorServer>>
  isBusy: boolean
  isOver: boolean
  onSend: () => void
  /** Reads an unknown outcome again; `null` when it is known. */
  onCheck: (() => void) | null
  onClose: () => void
}) => {
  const { shown, wanted } = subject
  return (
    <Dialog
      title={
        <>
          Correct the record of <ForeignText inline>{mirrorNameOf(shown)}</ForeignText>?
        </>
      }
      isBusy={isBusy}
      onClose={onClose}
    >
      <div className={dialogClasses.content}>
        <WriteResult phase={phase} words={correctionWords} />
        <ChangesTable
          changes={[
            { name: 'Address', before: shown.baseUrl, after: wanted.baseUrl },
            { name: 'Version', before: shown.productVersion, after: wanted.productVersion },
          ]}
        />
        {correctionDoubts(subject).map((doubt) => (
          <p key={doubt}>
            <StateMark tone="attention">{doubt}</StateMark>
          </p>
        ))}
        <div className={dialogClasses.end}>
          <WriteFooter
            phase={phase}
            isOver={isOver}
            words="Correct record"
            reading="Reading the mirror again"
            missing={null}
            onSend={onSend}
            onCheck={onCheck}
            onClose={onClose}
          />
        </div>
      </div>
    </Dialog>
  )
}
