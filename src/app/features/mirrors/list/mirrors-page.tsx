import { Button } from '@mantine/core'
import { useSearchParams } from 'react-router'
import type { MirrorServer } from '#contract/mirror-server.ts'
import { useStagingGuard } from '#app/domain/fleet/use-staging-guard.ts'
import { SearchBox } from '#app/ui/form/search-box.tsx'
import { ListView } from '#app/ui/table/list-view.tsx'
import { Page } from '#app/ui/page/page.tsx'
import { useTableParams } from '#app/ui/table/use-table-params.ts'
import { CheckAge, CheckNow } from '#app/domain/mirror/check-now.tsx'
import { VerdictSummary } from './verdict-summary.tsx'
import classes from '#app/features/mirrors/mirrors.module.css'
import { NoMirrors } from './no-mirrors.tsx'
import { verdictWords } from '#app/domain/mirror/verdict-words.ts'
import { StagingBar } from '#app/features/mirrors/staging-bar.tsx'
import { ThresholdSettings } from './threshold-settings.tsx'
import { useDetailed } from './use-detailed.ts'
import { useMirrorList } from './use-mirror-list.ts'

const idOf = ({ id }: MirrorServer): string => id

/** All mirror servers and how they are: by Bitbucket's record and by what they answered. */
export const MirrorsPage = () => {
  const [params, setParams] = useSearchParams()
  const { search, setSearch } = useTableParams()
  const [isDetailed, setDetailed] = useDetailed()
  const { query, rows, columns, verdicts, kind, note } = useMirrorList(params, isDetailed)
  const guard = useStagingGuard()
  return (
    <Page
      title="Mirror servers"
      context={
        <>
          {note ?? 'Health joins what Bitbucket saw last and what each mirror answered to the console.'}
          {/* On a line of its own: beside the sentence it fits at one age and not at another. */}
          <div>
            <CheckAge verdicts={verdicts} />
          </div>
        </>
      }
    >
      <ListView
        table="mirrors"
        label="Mirror servers"
        noun="mirrors"
        query={query}
        rows={rows}
        rowId={idOf}
        columns={columns}
        filter={kind === null ? {} : { health: verdictWords[kind] }}
        problem={{ refusedTitle: 'You are not permitted to see mirror servers' }}
        above={
          <>
            <StagingBar guard={guard} />
            {rows ? <VerdictSummary verdicts={verdicts} /> : <div className={classes.summaryPlace} />}
            <div className={classes.bar}>
              <SearchBox value={search} onChange={setSearch} placeholder="Search name, id or address" />
              <ThresholdSettings />
              <Button
                size="xs"
                variant={isDetailed ? 'light' : 'default'}
                aria-pressed={isDetailed}
                onClick={() => setDetailed(!isDetailed)}
              >
                Detailed
              </Button>
              <CheckNow mirrorIds={null} label="Check all now" />
            </div>
          </>
        }
        canSayEmpty={search !== '' || kind !== null}
        empty={<NoMirrors search={search} kind={kind} onClear={() => setParams({}, { replace: true })} />}
      />
    </Page>
  )
}
