import { createHmac } from 'node:crypto'

/** A secret of tests. */
export const WEBHOOK_SECRET = 'a secret of tests'.replaceAll(' ', '-')

/** Bitbucket writes dates with the offset of its server and without milliseconds. */
const dateOf = (at: number): string => `${new Date(at + 36_000_000).toISOString().slice(0, 19)}+1000`

const repository = (id: number) => ({
  slug: `repo-${id}`,
  id,
  name: `Repository ${id}`,
  scmId: 'git',
  public: false,
  project: { key: 'PROJ', id: 84, name: 'Project', type: 'NORMAL' },
})

/** A push to a repository, as Bitbucket reports it. */
export const pushBody = (repositoryId: number, at: number): string =>
  JSON.stringify({
    eventKey: 'repo:refs_changed',
    date: dateOf(at),
    actor: { name: 'jdoe', emailAddress: 'jdoe@example.com', id: 1, displayName: 'J. Doe', type: 'NORMAL' },
    repository: repository(repositoryId),
    changes: [
      {
        ref: { id: 'refs/heads/main', displayId: 'main', type: 'BRANCH' },
        refId: 'refs/heads/main',
        fromHash: 'ecddabb624f6f5ba43816f5926e580a5f680a932',
        toHash: '178864a7d521b6f5e720b386b2c2b0ef8563e0dc',
        type: 'UPDATE',
      },
    ],
  })

/** That a mirror has synchronized a repository, as Bitbucket reports it. */
export const syncBody = (mirrorId: string, repositoryId: number, at: number): string =>
  JSON.stringify({
    eventKey: 'mirror:repo_synchronized',
    date: dateOf(at),
    mirrorServer: { id: mirrorId, name: 'Mirror' },
    syncType: 'INCREMENTAL',
    refLimitExceeded: false,
    repository: repository(repositoryId),
    changes: [],
  })

/** The headers that Bitbucket sends with a body, signed with a secret. */
export const signedHeaders = (body: string, { secret = WEBHOOK_SECRET } = {}): Record<string, string> => ({
  'content-type': 'application/json; charset=utf-8',
  'x-event-key': /"eventKey":"([^"]+)"/.exec(body)?.[1] ?? 'diagnostics:ping',
  'x-request-id': crypto.randomUUID(),
  'x-hub-signature': `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`,
})
