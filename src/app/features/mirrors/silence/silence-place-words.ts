import type { KnownSilences } from '#app/domain/mirror/silence/silenced-now.ts'

/** Whom a silence concerns, by where it is kept. */
export const silencePlaceWords: Record<KnownSilences['place'], string> = {
  console:
    'The console keeps it for everybody, with your name, and the alerts for Prometheus leave the mirror out.',
  browser:
    'This console does not watch (WATCH_TOKEN), so it is kept in this browser alone: others are alarmed as before.',
}
