import { useQuery } from '@tanstack/react-query'
import { sessionQuery } from '#app/domain/session/session.ts'
import { StateMark } from '#app/ui/page/state-mark.tsx'
import classes from '#app/domain/repository/repository-picker.module.css'
import { mirrorsQuery } from './mirrors.ts'

const hostOf = (address: string): string | null => URL.parse(address)?.hostname ?? null

/**
 * Says that a pasted address is on a host that is neither Bitbucket's nor that of a mirror, as far as the account may
 * know them. What is found by its end has the same key and slug, and need not be the same repository.
 */
export const OtherHost = ({ host }: { host: string }) => {
  const upstream = useQuery(sessionQuery).data?.upstream
  const pasted = hostOf(`http://${host}`) ?? host
  const own = upstream === undefined ? null : hostOf(upstream)
  const isForeign = own !== null && own !== pasted
  const mirrors = useQuery({ ...mirrorsQuery, enabled: isForeign })
  if (!isForeign || mirrors.isPending) return null
  if (mirrors.data?.rows.some(({ baseUrl }) => hostOf(baseUrl ?? '') === pasted)) return null
  return (
    <p role="status" className={classes.note}>
      <StateMark tone="attention">The address is on another host</StateMark> {pasted}, neither {own} nor a
      mirror that you can see. What is found here has the same project key and slug, and may be another
      repository.
    </p>
  )
}
