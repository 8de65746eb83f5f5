import { DayCard } from './day-card.tsx'
import { FleetThen } from './fleet-then.tsx'
import { PassedMeanwhile } from './passed-meanwhile.tsx'
import { RecentCount } from './recent-count.tsx'
import { RecentList } from './recent-list.tsx'
import { WatchedSince } from './watched-since.tsx'

/** What the overview shows of the watch: one file, since whoever sees one of them sees the others. */
export const watchedParts = { DayCard, FleetThen, PassedMeanwhile, RecentCount, RecentList, WatchedSince }
