import { Button } from '@mantine/core'
import { SearchBox } from '#app/ui/form/search-box.tsx'
import classes from '#app/features/mirrors/mirrors.module.css'
import { ThresholdSettings } from './threshold-settings.tsx'

/** What changes the look of the list: search, density, and by what health is judged. */
export const MirrorsBar = ({
  search,
  onSearch,
  isDetailed,
  onDetailed,
}: {
  search: string
  onSearch: (search: string) => void
  isDetailed: boolean
  onDetailed: (isDetailed: boolean) => void
}) => (
  <div className={classes.bar}>
    <SearchBox value={search} onChange={onSearch} placeholder="Search name, id or address" />
    <ThresholdSettings />
    <Button
      size="xs"
      variant={isDetailed ? 'light' : 'default'}
      aria-pressed={isDetailed}
      onClick={() => onDetailed(!isDetailed)}
    >
      Detailed
    </Button>
  </div>
)
