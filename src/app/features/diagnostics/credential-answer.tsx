import type { InferOutput } from 'valibot'
import type { userWithPermissions } from '#contract/account.ts'
import { Facts } from '#app/ui/page/facts.tsx'
import { ForeignText } from '#app/ui/untrusted/foreign-text.tsx'
import { Identifier } from '#app/ui/untrusted/identifier.tsx'
import { permissionLines } from './permission-lines.ts'

const optional = (text: string | null) => (text === null ? 'not sent' : <ForeignText>{text}</ForeignText>)

/** The user of the credentials, and what they may do. */
export const CredentialAnswer = ({ answer }: { answer: InferOutput<typeof userWithPermissions> }) => {
  const permissions = permissionLines(answer.effectivePermissions)
  return (
    <section aria-label="Answer" role="status">
      <p>Bitbucket accepts these credentials. Nothing of them is kept.</p>
      <Facts
        facts={[
          { name: 'User', value: <ForeignText>{answer.name}</ForeignText> },
          { name: 'Display name', value: optional(answer.displayName) },
          { name: 'Email address', value: optional(answer.emailAddress) },
          {
            name: 'Active',
            value: answer.active === null ? 'not sent' : answer.active ? 'Yes' : 'No',
          },
          { name: 'Type', value: optional(answer.type) },
          { name: 'Id', value: <Identifier>{answer.id}</Identifier> },
          {
            name: 'Effective permissions',
            value:
              permissions.length === 0
                ? 'none sent'
                : permissions.map((line) => (
                    <div key={line}>
                      <Identifier>{line}</Identifier>
                    </div>
                  )),
          },
        ]}
      />
    </section>
  )
}
