import { useQuery } from '@tanstack/react-query'
import { mirrorsQuery } from '#app/domain/mirror/mirrors.ts'
import { useMirrorVerdicts } from '#app/domain/mirror/use-mirror-verdicts.ts'
import { preferredMirrorQuery } from '#app/domain/preference/preferred-mirror.ts'
import { Page } from '#app/ui/page/page.tsx'
import { ProblemPanel } from '#app/ui/page/problem-panel.tsx'
import { StaleNotice } from '#app/ui/page/stale-notice.tsx'
import { CurrentChoice } from './choice/current-choice.tsx'
import { GitSetup } from './git/git-setup.tsx'
import { PreferenceForm } from './choice/preference-form.tsx'
import classes from './preferred-mirror-page.module.css'
import { useGonePreference } from './choice/use-gone-preference.ts'

/** The user's preferred mirror, and the form to choose another or none. */
export const PreferredMirrorPage = () => {
  const preferred = useQuery(preferredMirrorQuery)
  const mirrors = useQuery(mirrorsQuery)
  const verdicts = useMirrorVerdicts()
  const { gone, forget } = useGonePreference(preferred.data, mirrors.data)
  const failed = [preferred, mirrors].filter(({ data, error }) => data !== undefined && error !== null)
  return (
    <Page
      title="Preferred mirror"
      context="The clone addresses that Bitbucket shows you point to your preferred mirror. Only you see and change this choice."
    >
      {/* Where both could not be read again, one notice says so, with the older age. */}
      <StaleNotice
        error={failed[0]?.error}
        updatedAt={Math.min(...failed.map(({ dataUpdatedAt }) => dataUpdatedAt))}
      />
      {preferred.data === undefined && preferred.error !== null ? (
        <ProblemPanel
          error={preferred.error}
          title="Your preferred mirror could not be read"
          refusedTitle="You are not permitted to see a preferred mirror"
          onRetry={() => void preferred.refetch()}
        />
      ) : (
        <p id="current-choice" className={classes.current}>
          <CurrentChoice
            mirror={preferred.data}
            gone={gone}
            verdict={verdicts.get(preferred.data?.id ?? '')}
          />
        </p>
      )}
      <PreferenceForm
        mirrors={mirrors}
        preferred={preferred.data}
        gone={gone}
        verdicts={verdicts}
        onCleared={forget}
      />
      {mirrors.data && mirrors.data.rows.length > 0 ? (
        <GitSetup mirrors={mirrors.data.rows} preferredId={preferred.data?.id ?? null} />
      ) : null}
    </Page>
  )
}
