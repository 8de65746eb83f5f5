import '@mantine/core/styles/Input.css'
import '@mantine/core/styles/PasswordInput.css'
import { PasswordInput, TextInput } from '@mantine/core'
import type { CredentialKind } from './credential-question.ts'

const common = { required: true, withAsterisk: false, autoComplete: 'off' }

/** The fields of one kind of credentials. They belong to the form: the app keeps nothing of what is typed. */
export const CredentialFields = ({ kind, keyError }: { kind: CredentialKind; keyError: string | null }) => {
  switch (kind) {
    case 'password':
      return (
        <>
          <TextInput {...common} name="username" label="Username" maxLength={255} />
          <PasswordInput {...common} name="password" label="Password" maxLength={1024} />
        </>
      )
    case 'token':
      return <PasswordInput {...common} name="token" label="HTTP access token" maxLength={1024} />
    case 'key':
      return (
        <TextInput
          {...common}
          name="publicKey"
          label="SSH public key"
          description="One line from a file that ends in .pub. A private key is refused before anything is sent."
          maxLength={16384}
          spellCheck={false}
          error={keyError}
        />
      )
  }
}
