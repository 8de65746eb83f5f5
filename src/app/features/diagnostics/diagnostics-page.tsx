import { useQuery } from '@tanstack/react-query'
import { upstreamVersionQuery } from '#app/domain/upstream/upstream.ts'
import { Page } from '#app/ui/page/page.tsx'
import { CredentialForm } from './credential-form.tsx'

/** Checks credentials as a mirror would: whose they are, and what they may do. */
export const DiagnosticsPage = () => {
  const { data } = useQuery(upstreamVersionQuery)
  const major = Number(data?.version.split('.')[0] ?? 8)
  return (
    <Page
      title="Check credentials"
      context="Ask Bitbucket about credentials as a mirror does when a user clones from it. Nothing that you type is kept."
    >
      {/* The field is gone from 9.0 on. */}
      <CredentialForm hasRequiredOnly={!(major >= 9)} />
    </Page>
  )
}
