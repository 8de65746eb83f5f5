import '@mantine/core/styles/Input.css'
import '@mantine/core/styles/PasswordInput.css'
import { PasswordInput, TextInput } from '@mantine/core'
import type { CredentialKind } from './credential-question.ts'

/** The fields of one kind of credentials. They belong to the form: the app keeps nothing of what is typed. */
export const CredentialFields = ({ kind, keyError }: { kind: CredentialKind; keyError: string | null }) => {
  switch (kind) {
    case 'password':
      return (
        <>
          <TextInput
            name="username"
            label="Username"
            required
            withAsterisk={false}
            maxLength={255}
            autoComplete="off"
          />
          <PasswordInput
            name="password"
            label="Password"
            required
            withAsterisk={false}
            maxLength={1024}
            autoComplete="off"
          />
        </>
      )
    case 'token':
      return (
        <PasswordInput
          name="token"
          label="HTTP access token"
          required
          withAsterisk={false}
          maxLength={1024}
          autoComplete="off"
        />
      )
    case 'key':
      return (
        <TextInput
          name="publicKey"
          label="SSH public key"
          description="One line from a file that ends in .pub. A private key is refused before anything is sent."
          required
          withAsterisk={false}
          maxLength={16384}
          autoComplete="off"
          spellCheck={false}
          error={keyError}
        />
      )
  }
}
