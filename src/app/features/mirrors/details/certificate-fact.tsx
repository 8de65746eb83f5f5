import { useNow } from '#app/browser/use-now.ts'
import { certificateWords } from '#app/domain/mirror/certificate-words.ts'
import { utcOf } from '#app/text/age.ts'
import { StateMark } from '#app/ui/page/state-mark.tsx'
import type { MirrorSight } from '#health/mirror-sight.ts'
import classes from '#app/features/mirrors/mirrors.module.css'

/** When a mirror's certificate ends: a finding of its own beside the verdict, from 30 days before. */
export const CertificateFact = ({
  baseUrl,
  sight,
}: {
  baseUrl: string | null
  sight: MirrorSight | null
}) => {
  const { tone, words, ends } = certificateWords(baseUrl, sight, useNow())
  return (
    <>
      {tone === null ? <span>{words}</span> : <StateMark tone={tone}>{words}</StateMark>}
      {ends === null ? null : <div className={classes.count}>{utcOf(ends)}</div>}
    </>
  )
}
