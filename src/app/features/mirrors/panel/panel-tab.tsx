import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { operations } from '#contract/operations.ts'
import { panelQuery } from '#app/domain/mirror/panel.ts'
import { upstreamVersionQuery } from '#app/domain/upstream/upstream.ts'
import type { MirrorTabProps } from '#app/features/mirrors/details/mirror-tab.ts'
import classes from '#app/features/mirrors/mirrors.module.css'
import { isGoneIn } from '#app/features/mirrors/details/is-gone-in.ts'
import { EmptyState } from '#app/ui/page/empty-state.tsx'
import { Identifier } from '#app/ui/untrusted/identifier.tsx'
import { IsolatedHtml } from '#app/ui/untrusted/isolated-html.tsx'
import { ProblemPanel } from '#app/ui/page/problem-panel.tsx'
import { StateMark } from '#app/ui/page/state-mark.tsx'
import { panelFailureWords } from './panel-failure-words.ts'

const hostOf = (address: string | null): string | null => URL.parse(address ?? '')?.host ?? null

/** The settings panel that the mirror's host writes: shown on click, and in a frame where it can do nothing. */
export const PanelTab = ({ mirror }: MirrorTabProps) => {
  const [isWanted, setWanted] = useState(false)
  const { data: upstream } = useQuery(upstreamVersionQuery)
  const query = useQuery({
    ...panelQuery(mirror.id),
    enabled: isWanted,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  })
  const host = hostOf(mirror.baseUrl)
  if (isGoneIn(upstream?.version ?? null, operations.getMirrorPanel.until)) {
    return (
      <EmptyState title="This Bitbucket has no settings panels any more.">
        <p>
          Version {operations.getMirrorPanel.until} removed them. Configure the mirror in its own pages, at
          its address.
        </p>
      </EmptyState>
    )
  }
  if (query.error !== null) {
    return (
      <ProblemPanel
        error={query.error}
        refusedTitle="You are not permitted to see the settings panel"
        onRetry={() => void query.refetch()}
      />
    )
  }
  const { data } = query
  if (data === undefined) {
    return (
      <>
        <p className={classes.prose}>
          The mirror&apos;s host writes this panel. It is shown in a frame where it can run nothing, load
          nothing and lead nowhere, so parts of it may look bare.
        </p>
        <div>
          <Button variant="default" loading={query.isFetching} onClick={() => setWanted(true)}>
            Show the settings panel
          </Button>
        </div>
      </>
    )
  }
  if (data.kind === 'failed') {
    const { title, meaning } = panelFailureWords[data.failure]
    return (
      <EmptyState title={title}>
        <p>{meaning}</p>
      </EmptyState>
    )
  }
  return (
    <section aria-label="Settings panel of the mirror" className={classes.stack}>
      <p className={classes.foreign}>
        <StateMark tone="attention">Not part of this console</StateMark> Written by{' '}
        {host === null ? 'a host without a readable address' : <Identifier>{host}</Identifier>}. Type no
        password into it: nothing in it works here.
      </p>
      <IsolatedHtml html={data.html} title="What the mirror's host wrote" />
    </section>
  )
}
