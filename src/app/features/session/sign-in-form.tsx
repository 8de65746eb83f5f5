import '@mantine/core/styles/Input.css'
import '@mantine/core/styles/FloatingIndicator.css'
import '@mantine/core/styles/SegmentedControl.css'
import '@mantine/core/styles/PasswordInput.css'
import { Button, PasswordInput, SegmentedControl, Stack, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import type { Session, SignIn } from '#contract/session.ts'
import { problemOf } from '#app/api/problem.ts'
import { signInMutation } from '#app/domain/session/session.ts'
import { formText } from '#app/text/form-text.ts'
import { ProblemPanel, type ProblemWords } from '#app/ui/page/problem-panel.tsx'

type Way = 'token' | 'password'

const common = { required: true, withAsterisk: false }

const credentialsOf = (way: Way, form: FormData): SignIn =>
  way === 'token'
    ? { token: formText(form, 'token') }
    : { username: formText(form, 'username'), password: formText(form, 'password') }

/** The console itself says what is wrong with credentials that it cannot use: which field, and its limit. */
const wordsOf = (error: Error): ProblemWords => {
  const message = problemOf(error).errors[0]?.message
  return message ? { invalid: { meaning: message } } : {}
}

/**
 * Asks for a token (first, since it can be limited and revoked) or a name and a password. Nothing typed here is kept
 * by the app: the fields belong to the form, and the credential goes into the sealed cookie.
 */
export const SignInForm = ({ onSignedIn }: { onSignedIn: (session: Session) => unknown }) => {
  const [way, setWay] = useState<Way>('token')
  const signIn = useMutation({ ...signInMutation, onSuccess: onSignedIn })
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (signIn.isPending) return
    signIn.mutate(credentialsOf(way, new FormData(event.currentTarget)))
  }
  return (
    <form onSubmit={submit}>
      <Stack gap={16}>
        <SegmentedControl
          fullWidth
          aria-label="Way to sign in"
          value={way}
          onChange={(value) => setWay(value === 'password' ? 'password' : 'token')}
          data={[
            { value: 'token', label: 'Access token' },
            { value: 'password', label: 'Username and password' },
          ]}
        />
        {way === 'token' ? (
          <PasswordInput
            {...common}
            key="token"
            name="token"
            label="HTTP access token"
            description="Create one in Bitbucket: Manage account, HTTP access tokens."
            autoComplete="off"
          />
        ) : (
          <>
            <TextInput {...common} name="username" label="Username" autoComplete="username" />
            <PasswordInput
              {...common}
              key="password"
              name="password"
              label="Password"
              autoComplete="current-password"
            />
          </>
        )}
        {signIn.isError ? <ProblemPanel error={signIn.error} words={wordsOf(signIn.error)} /> : null}
        <Button type="submit" size="md" loading={signIn.isPending}>
          Sign in
        </Button>
      </Stack>
    </form>
  )
}
