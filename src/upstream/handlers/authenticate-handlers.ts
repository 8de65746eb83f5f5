import * as v from 'valibot'
import { authenticationRequest } from '#contract/account.ts'
import type { Account } from '#upstream/accounts.ts'
import { accountByPassword, accountByPublicKey, accountByToken } from '#upstream/authentication.ts'
import { RestFailure, noSuchRepository } from '#upstream/rest-failure.ts'
import { replyWithJson } from '#upstream/reply.ts'
import { readJson } from '#upstream/request-body.ts'
import { canSeeProject } from '#upstream/visibility.ts'
import type { Handlers } from './handler.ts'

type Credentials = v.InferOutput<typeof authenticationRequest>['credentials']

const accountOf = (credentials: Credentials): Account | undefined => {
  if ('password' in credentials) return accountByPassword(credentials.username, credentials.password)
  if ('token' in credentials) return accountByToken(credentials.token)
  return accountByPublicKey(credentials.publicKey)
}

const globalPermissions = {
  administers: ['LICENSED_USER', 'PROJECT_CREATE', 'ADMIN', 'SYS_ADMIN'],
  reads: ['LICENSED_USER'],
  nothing: [],
} as const satisfies Record<Account['permission'], readonly string[]>

/** Checks the credentials of a third person, as mirrors ask for it. */
export const authenticateHandlers = {
  authenticate: async ({ world, request }) => {
    const body = v.safeParse(authenticationRequest, await readJson(request))
    if (!body.success) {
      throw new RestFailure(
        400,
        'The supplied credentials are incomplete or not understood.',
        'mirroring.InvalidCredentialsException',
      )
    }
    const { credentials, repositoryId } = body.output
    const account = accountOf(credentials)
    if (!account) {
      throw new RestFailure(
        401,
        'Authentication failed. Please check your credentials and try again.',
        'auth.IncorrectPasswordAuthenticationException',
      )
    }
    const repository =
      repositoryId === undefined ? null : world.catalogue.findRepository(String(repositoryId))
    if (repository === undefined) throw noSuchRepository(String(repositoryId))
    const known = globalPermissions[account.permission]
    const repositoryPermission = account.permission === 'administers' ? 'REPO_ADMIN' : 'REPO_WRITE'
    return replyWithJson({
      id: account.id,
      name: account.name,
      slug: account.name,
      displayName: account.displayName,
      emailAddress: `${account.name}@example.com`,
      active: true,
      type: 'NORMAL',
      // All of them for an SSH key, the highest for the others; the names of the fields are not documented.
      effectivePermissions: {
        global: 'publicKey' in credentials ? known : known.slice(-1),
        ...(repository && canSeeProject(account, repository.project)
          ? { repository: [repositoryPermission] }
          : {}),
      },
    })
  },
} satisfies Partial<Handlers>
