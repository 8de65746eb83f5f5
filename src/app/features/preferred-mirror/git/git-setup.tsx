import { cutText } from '#contract/cut-text.ts'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useSearchParams } from 'react-router'
import type { MirrorServer } from '#contract/mirror-server.ts'
import { isSafeId } from '#contract/path.ts'
import { OtherHost } from '#app/domain/mirror/other-host.tsx'
import { RepositoryPicker } from '#app/domain/repository/repository-picker.tsx'
import { sessionQuery } from '#app/domain/session/session.ts'
import { Choice } from '#app/ui/form/choice.tsx'
import { plainOf } from '#app/text/hidden-characters.ts'
import { useChangeParam } from '#app/browser/use-change-param.ts'
import type { GitProtocol } from './git-addresses.ts'
import { GitSetupAnswer } from './git-setup-answer.tsx'
import classes from './git-setup.module.css'
import type { GitShell } from './quoted-word.ts'

const PROTOCOLS = [
  { value: 'http', label: 'HTTP' },
  { value: 'ssh', label: 'SSH' },
]

const SHELLS = [
  { value: 'posix', label: 'POSIX shell' },
  { value: 'powershell', label: 'PowerShell' },
]

const isWindows = (): boolean => navigator.userAgent.includes('Windows')

/** Commands that make git read from a mirror and write to the primary, and the way back. */
export const GitSetup = ({
  mirrors,
  preferredId,
}: {
  mirrors: readonly MirrorServer[]
  preferredId: string | null
}) => {
  const { data: session } = useQuery(sessionQuery)
  const [params] = useSearchParams()
  const change = useChangeParam()
  const [chosenId, setChosenId] = useState<string | null>(null)
  const [protocol, setProtocol] = useState<GitProtocol>('http')
  const [shell, setShell] = useState<GitShell>(() => (isWindows() ? 'powershell' : 'posix'))
  const askable = mirrors.filter(({ id }) => isSafeId(id))
  const mirror = askable.find(({ id }) => id === (chosenId ?? preferredId)) ?? askable[0]
  const repositoryId = params.get('repository')
  if (mirror === undefined) return null
  return (
    <section className={classes.setup} aria-labelledby="git-setup">
      <h2 id="git-setup" className={classes.heading}>
        Git set-up
      </h2>
      <p className={classes.note}>
        Bitbucket changes the addresses it shows, never your clones. These commands make git read from a
        mirror and push to the primary.
      </p>
      <RepositoryPicker
        repositoryId={repositoryId}
        onChoose={(id) => change('repository', id)}
        HostNote={OtherHost}
      />
      <div className={classes.options}>
        <Choice
          label="Mirror"
          value={mirror.id}
          options={askable.map(({ id, name }) => ({ value: id, label: plainOf(cutText(name, 120)) }))}
          onChange={setChosenId}
        />
        <Choice
          label="Protocol"
          value={protocol}
          options={PROTOCOLS}
          onChange={(value) => setProtocol(value === 'ssh' ? 'ssh' : 'http')}
        />
        <Choice
          label="Shell"
          value={shell}
          options={SHELLS}
          onChange={(value) => setShell(value === 'powershell' ? 'powershell' : 'posix')}
        />
      </div>
      {repositoryId === null ? (
        <p className={classes.note}>Choose a repository to see its commands.</p>
      ) : (
        <GitSetupAnswer
          repositoryId={repositoryId}
          mirror={mirror}
          upstream={session?.upstream ?? ''}
          protocol={protocol}
          shell={shell}
        />
      )}
    </section>
  )
}
