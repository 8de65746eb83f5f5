import { useQuery } from '@tanstack/react-query'
import { Suspense } from 'react'
import { useParams, useSearchParams } from 'react-router'
import type { MirrorServer } from '#contract/mirror-server.ts'
import { CheckNow } from '#app/domain/mirror/check-now.tsx'
import { mirrorNameOf } from '#app/domain/mirror/mirror-name-of.ts'
import { mirrorQuery, mirrorsQuery } from '#app/domain/mirror/mirrors.ts'
import { useMirrorVerdicts } from '#app/domain/mirror/use-mirror-verdicts.ts'
import { VerdictMark } from '#app/domain/mirror/verdict-mark.tsx'
import { preferredMirrorQuery } from '#app/domain/preference/preferred-mirror.ts'
import { problemOf } from '#app/api/problem.ts'
import { useStagingGuard } from '#app/domain/fleet/use-staging-guard.ts'
import { useUpstreamClock } from '#app/domain/upstream/use-upstream-clock.ts'
import { paths } from '#app/paths.ts'
import { FactsSkeleton } from '#app/ui/page/facts-skeleton.tsx'
import { ForeignText } from '#app/ui/untrusted/foreign-text.tsx'
import { plainOf } from '#app/text/hidden-characters.ts'
import { Page } from '#app/ui/page/page.tsx'
import { ProblemPanel, type ProblemWords } from '#app/ui/page/problem-panel.tsx'
import { StaleNotice } from '#app/ui/page/stale-notice.tsx'
import { StateMark } from '#app/ui/page/state-mark.tsx'
import { TabLinks } from '#app/ui/page/tab-links.tsx'
import { TextLink } from '#app/ui/page/text-link.tsx'
import { useNameDoubts } from '#app/ui/untrusted/use-name-doubts.ts'
import { detailsStyles } from './details-styles.ts'
import { MIRROR_TABS, mirrorAddress, mirrorTabOf } from './mirror-address.ts'
import { MirrorTabBody, preloadTab } from './mirror-tab-body.tsx'
import classes from '#app/features/mirrors/mirrors.module.css'
import { Neighbours } from './neighbours.tsx'
import { PreferredMark } from '#app/features/mirrors/preferred-mark.tsx'
import { lazyPart } from '#app/ui/late/lazy-part.tsx'
import { StagingBar } from '#app/features/mirrors/staging-bar.tsx'
import { useRemoval } from '#app/features/mirrors/removal/use-removal.tsx'

const problemWords: ProblemWords = {
  'not-permitted': { title: 'You are not permitted to see this mirror server', isFinal: true },
  // The same goes for an id that cannot be used in a path, which is never sent.
  'not-found': {
    title: 'There is no mirror with this id',
    meaning: 'It may have been removed, or the address is wrong.',
    isFinal: true,
  },
}

const SilenceBar = lazyPart(
  async () => (await import('#app/features/mirrors/silence/silence-bar.tsx')).SilenceBar,
  'in-place',
)

const namedOf = ({ id, name }: MirrorServer) => [id, name] as const

/** One mirror server: what Bitbucket's record says, and all that can be done with it. */
export const MirrorPage = () => {
  const { id = '' } = useParams()
  const [params] = useSearchParams()
  const listQuery = params.get('list') ?? ''
  const tab = mirrorTabOf(params)
  const query = useQuery(mirrorQuery(id))
  const { data: preferred } = useQuery(preferredMirrorQuery)
  const { data: list } = useQuery(mirrorsQuery)
  const doubt = useNameDoubts(list?.rows, namedOf).get(id)
  const verdict = useMirrorVerdicts().get(id)
  const { offsetMs, note } = useUpstreamClock()
  const guard = useStagingGuard()
  const { removal, dialog } = useRemoval(paths.mirrors + (listQuery === '' ? '' : `?${listQuery}`))
  const { data: mirror, error } = query
  const around = note ?? 'How this mirror server is, by Bitbucket’s record and by its own answers.'
  const neighbours = <Neighbours mirrorId={id} tab={tab} listQuery={listQuery} />
  const parts = (
    <TabLinks
      label="Parts of this mirror server"
      current={tab}
      tabs={MIRROR_TABS.map(({ id: part, word }) => ({
        id: part,
        word,
        to: mirrorAddress(id, { tab: part, listQuery }),
        onIntent: () => preloadTab(part),
      }))}
    />
  )
  if (mirror === undefined && error === null) {
    return (
      <Page
        title="Mirror server"
        context={tab === 'details' ? <div style={detailsStyles.context}>{around}</div> : '\u00a0'}
        actions={neighbours}
      >
        {parts}
        <FactsSkeleton />
        {dialog}
      </Page>
    )
  }
  if (mirror === undefined || (error !== null && problemOf(error).kind === 'not-found')) {
    return (
      <Page title="Mirror server">
        <ProblemPanel error={error} words={problemWords} onRetry={() => void query.refetch()}>
          <TextLink to={paths.mirrors}>See all mirror servers</TextLink>
        </ProblemPanel>
        {dialog}
      </Page>
    )
  }
  const name = mirrorNameOf(mirror)
  // One line each: what comes late takes the place of what stood there, so that nothing below moves.
  const here = doubt === undefined ? <span>{around}</span> : null
  const elsewhere = verdict ? <VerdictMark verdict={verdict} /> : '\u00a0'
  return (
    <Page
      title={plainOf(name)}
      heading={<ForeignText inline>{name}</ForeignText>}
      context={
        <span className={classes.name} style={tab === 'details' ? detailsStyles.context : undefined}>
          {/* The details say the verdict with its reasons. */}
          {tab === 'details' ? here : elsewhere}
          {tab === 'details' || note === null ? null : <span>{note}</span>}
          {doubt ? <StateMark tone="attention">{doubt}</StateMark> : null}
          {preferred?.id === mirror.id ? <PreferredMark /> : null}
        </span>
      }
      actions={neighbours}
    >
      <StagingBar guard={guard} />
      <div className={classes.bar}>
        <CheckNow mirrorIds={[mirror.id]} label="Check now" />
        <Suspense>
          <SilenceBar mirror={mirror} />
        </Suspense>
      </div>
      {parts}
      <StaleNotice error={error} updatedAt={query.dataUpdatedAt} />
      <MirrorTabBody tab={tab} mirror={mirror} offsetMs={offsetMs} removal={removal} />
      {dialog}
    </Page>
  )
}
