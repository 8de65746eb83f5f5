import { Button, Stack } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import type { Session } from '#contract/session.ts'
import { signInMutation } from '#app/domain/session/session.ts'
import { ProblemPanel } from '#app/ui/page/problem-panel.tsx'
import classes from './sign-in-page.module.css'

/** One-click sign-in with the accounts that the gateway names; it names none but those of its own simulated data. */
export const DemoAccounts = ({
  accounts,
  onSignedIn,
}: {
  accounts: NonNullable<Session['embedded']>['accounts']
  onSignedIn: (session: Session) => unknown
}) => {
  const signIn = useMutation({ ...signInMutation, onSuccess: onSignedIn })
  return (
    <section aria-labelledby="demo-accounts" className={classes.demo}>
      <h2 id="demo-accounts" className={classes.subtitle}>
        Try it with simulated data
      </h2>
      <Stack gap={8}>
        {accounts.map(({ name, password, role }) => (
          <Button
            key={name}
            variant="default"
            justify="space-between"
            rightSection={<span className={classes.role}>{role}</span>}
            disabled={signIn.isPending}
            onClick={() => signIn.mutate({ username: name, password })}
          >
            Sign in as {name}
          </Button>
        ))}
      </Stack>
      {signIn.isError ? <ProblemPanel error={signIn.error} /> : null}
    </section>
  )
}
