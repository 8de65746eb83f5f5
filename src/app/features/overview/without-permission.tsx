import { usePagedList } from '#app/api/use-paged-list.ts'
import { isEmpty } from '#app/api/presence.ts'
import { visibleRepositoriesQuery } from '#app/domain/repository/repositories.ts'
import { paths } from '#app/paths.ts'
import { TextLink } from '#app/ui/page/text-link.tsx'
import { OverviewCard } from './overview-card.tsx'
import classes from './overview.module.css'

/** What an account can do here that may not see mirrors, the most useful first. */
export const WithoutPermission = () => {
  const { data } = usePagedList(visibleRepositoriesQuery)
  const seesNone = data !== undefined && isEmpty(data)
  return (
    <OverviewCard title="What you can do">
      {seesNone ? (
        <p>
          This account can see no repository either. Ask a project administrator for read access, or sign in
          with another account.
        </p>
      ) : null}
      <ul className={classes.rows}>
        {seesNone ? null : (
          <li className={classes.item}>
            <TextLink to={paths.repositories}>Find a repository</TextLink> and see where it can be cloned.
          </li>
        )}
        <li className={classes.item}>
          <TextLink to={paths.gitErrors}>Paste an error of git</TextLink> to see what it means and what to do.
        </li>
        <li className={classes.item}>
          <TextLink to={paths.upstream}>See Bitbucket’s version and clock</TextLink>: a wrong clock is why
          mirrors refuse links.
        </li>
        <li className={classes.item}>
          <TextLink to={paths.newRequest}>Register a mirror</TextLink>, where you set one up.
        </li>
      </ul>
      <p className={classes.dim}>
        To see the mirrors, ask a system administrator of Bitbucket for the permission.
      </p>
    </OverviewCard>
  )
}
