import * as v from 'valibot'
import type { FleetSnapshot, MirrorSight } from './fleet-transitions.ts'
import { HEALTH_ORDER } from '#app/domain/mirror/health-rank.ts'
import { localSetting } from '#app/browser/local-setting.ts'

const short = v.pipe(v.string(), v.maxLength(512))
const stored = v.object({
  /** By this browser's clock, epoch ms. */
  at: v.pipe(v.number(), v.minValue(0), v.maxValue(8_640_000_000_000_000)),
  mirrors: v.nullable(
    v.array(
      v.object({ id: short, name: short, health: v.picklist(HEALTH_ORDER), version: v.nullable(short) }),
    ),
  ),
  requests: v.nullable(v.array(v.tuple([short, short]))),
})

/** The fleet as it was at the last visit. */
export type LastVisit = FleetSnapshot & { readonly at: number }

/** More than this is not worth the storage; a list that is longer is not remembered at all, since half would lie. */
const MAX_ROWS = 500

const isKept = <Row>(rows: ReadonlyMap<string, Row> | null): rows is ReadonlyMap<string, Row> =>
  rows !== null && rows.size <= MAX_ROWS

/** What this browser saw at the last visit of one account at one upstream. */
export const lastVisit = (user: string, upstream: string) => {
  const setting = localSetting(`last-visit ${user} ${upstream}`)
  return {
    read: (): LastVisit | null => {
      try {
        const { at, mirrors, requests } = v.parse(stored, JSON.parse(setting.read() ?? 'null'))
        return {
          at,
          mirrors: mirrors && new Map(mirrors.map(({ id, ...sight }): [string, MirrorSight] => [id, sight])),
          requests: requests && new Map(requests),
        }
      } catch {
        return null
      }
    },
    write: ({ mirrors, requests }: FleetSnapshot, at: number): void =>
      setting.write(
        JSON.stringify({
          at,
          mirrors: isKept(mirrors)
            ? [...mirrors].map(([id, { name, health, version }]) => ({
                id: id.slice(0, 512),
                name: name.slice(0, 512),
                health,
                version: version?.slice(0, 512) ?? null,
              }))
            : null,
          requests: isKept(requests)
            ? [...requests].map(([id, name]) => [id.slice(0, 512), name.slice(0, 512)])
            : null,
        }),
      ),
  }
}
