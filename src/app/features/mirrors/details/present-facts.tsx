import { useQueryClient } from '@tanstack/react-query'
import { type ReactNode, Suspense } from 'react'
import type { MirrorServer } from '#contract/mirror-server.ts'
import { useAnswersByRepository } from '#app/domain/fleet/use-answers-by-repository.ts'
import { useIsWatched } from '#app/domain/history/use-is-watched.ts'
import { projectsOf } from '#app/domain/repository/projects-of.ts'
import classes from '#app/features/mirrors/mirrors.module.css'
import { VersionCell } from '#app/features/mirrors/version-cell.tsx'
import { aheadOf } from '#app/text/duration.ts'
import { numberText } from '#app/text/number-text.ts'
import { lazyPart } from '#app/ui/late/lazy-part.tsx'
import { StateMark } from '#app/ui/page/state-mark.tsx'
import { TextLink } from '#app/ui/page/text-link.tsx'
import { ForeignText } from '#app/ui/untrusted/foreign-text.tsx'
import type { MirrorSight } from '#health/mirror-sight.ts'
import type { Verdict } from '#health/mirror-verdict.ts'
import { severityOf } from '#health/verdict-severity.ts'
import { CertificateFact } from './certificate-fact.tsx'
import { detailsStyles } from './details-styles.ts'
import { mirrorAddress } from './mirror-address.ts'
import { servedWords } from './served-words.ts'
import { progressWords } from './witness-words.ts'

const BehindNow = lazyPart(
  async () => (await import('#app/domain/history/behind-now.tsx')).BehindNow,
  'silent',
)

/** Clocks are measured to about so much, in ms: `Date` has whole seconds. */
const CLOCK_NOISE_MS = 2000

const Present = ({ name, more, children }: { name: string; more?: ReactNode; children: ReactNode }) => (
  <div>
    <dt className={classes.count}>{name}</dt>
    <dd style={detailsStyles.value}>
      {children}
      {more ? <div className={classes.count}>{more}</div> : null}
    </dd>
  </div>
)

const clockWords = (differenceMs: number | null): string => {
  if (differenceMs === null) return 'not known: no answer said its time'
  return Math.abs(differenceMs) < CLOCK_NOISE_MS
    ? 'same as Bitbucket’s, to a second or two'
    : `${aheadOf(differenceMs)} Bitbucket’s`
}

const Clock = ({ verdict: { kind, clockDifferenceMs } }: { verdict: Verdict }) => {
  const words = clockWords(clockDifferenceMs)
  const isFinding = kind === 'clock-differs' || kind === 'clock-slightly-off'
  return isFinding ? <StateMark tone={severityOf(kind)}>{words}</StateMark> : words
}

const Serves = ({ mirrorId }: { mirrorId: string }) => {
  const client = useQueryClient()
  const answers = [...useAnswersByRepository().values()].flat()
  return servedWords(mirrorId, answers, (ids) => projectsOf(client, ids).size)
}

const UpstreamVersion = ({ children }: { children: string }) => (
  <>
    Bitbucket has <ForeignText inline>{children}</ForeignText>
  </>
)

/** What one wants to know of a mirror first: how late, how fast, how long its certificate lasts, what it serves. */
export const PresentFacts = ({
  mirror,
  verdict,
  sight,
  upstreamVersion,
}: {
  mirror: MirrorServer
  verdict: Verdict
  /** `null` where it was never asked. */
  sight: MirrorSight | null
  /** `null` while it is not known. */
  upstreamVersion: string | null
}) => {
  const isWatched = useIsWatched()
  const tookMs = sight?.tookMs ?? null
  const progress = progressWords(sight?.finding ?? null)
  return (
    <dl style={detailsStyles.presents}>
      <Present name="Behind Bitbucket">
        {isWatched ? (
          <Suspense fallback={null}>
            <BehindNow mirrorId={mirror.id} />
          </Suspense>
        ) : (
          'not known: this console does not watch'
        )}
      </Present>
      <Present name="Response time">
        {tookMs === null ? 'not known: it gave no answer' : `${numberText(tookMs)} ms`}
      </Present>
      <Present name="Clock">
        <Clock verdict={verdict} />
      </Present>
      <Present name="Certificate">
        <CertificateFact baseUrl={mirror.baseUrl} sight={sight} />
      </Present>
      <Present
        name="Version"
        more={upstreamVersion === null ? null : <UpstreamVersion>{upstreamVersion}</UpstreamVersion>}
      >
        <VersionCell version={mirror.productVersion} upstreamVersion={upstreamVersion} isDetailed />
      </Present>
      <Present name="Serves" more={progress === '' ? null : `By its own count: ${progress}`}>
        <div>
          <Serves mirrorId={mirror.id} />
        </div>
        <TextLink to={mirrorAddress(mirror.id, { tab: 'repositories' })}>Ask about repositories</TextLink>
      </Present>
    </dl>
  )
}
