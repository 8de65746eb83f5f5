import { Button } from '@mantine/core'
import { useSearchParams } from 'react-router'
import type { MirrorServer } from '#contract/mirror-server.ts'
import { useStagingGuard } from '#app/domain/fleet/use-staging-guard.ts'
import { SearchBox } from '#app/ui/form/search-box.tsx'
import { ListView } from '#app/ui/table/list-view.tsx'
import { Page } from '#app/ui/page/page.tsx'
import { useTableParams } from '#app/ui/table/use-table-params.ts'
import { HealthSummary } from './health-summary.tsx'
import classes from '#app/features/mirrors/mirrors.module.css'
import { NoMirrors } from './no-mirrors.tsx'
import { StagingBar } from '#app/features/mirrors/staging-bar.tsx'
import { ThresholdSettings } from './threshold-settings.tsx'
import { useDetailed } from './use-detailed.ts'
import { useMirrorList } from './use-mirror-list.ts'

const idOf = ({ id }: MirrorServer): string => id

/** All mirror servers and how they are, as far as Bitbucket's record tells. */
export const MirrorsPage = () => {
  const [params, setParams] = useSearchParams()
  const { search, setSearch } = useTableParams()
  const [isDetailed, setDetailed] = useDetailed()
  const { query, rows, columns, healths, health, note } = useMirrorList(params, isDetailed)
  const guard = useStagingGuard()
  return (
    <Page title="Mirror servers" context={note ?? 'Health is judged by when Bitbucket last saw each mirror.'}>
      <ListView
        table="mirrors"
        label="Mirror servers"
        noun="mirrors"
        query={query}
        rows={rows}
        rowId={idOf}
        columns={columns}
        problem={{ refusedTitle: 'You are not permitted to see mirror servers' }}
        above={
          <>
            <StagingBar guard={guard} />
            {query.data ? <HealthSummary healths={healths} /> : <div className={classes.summaryPlace} />}
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
            </div>
          </>
        }
        canSayEmpty={search !== '' || health !== null}
        empty={
          <NoMirrors
            search={search}
            health={health}
            onClear={() => setParams({}, { replace: true, preventScrollReset: true })}
          />
        }
      />
    </Page>
  )
}
