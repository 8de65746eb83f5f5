import type { AccountName } from '#e2e/sign-in.ts'

/** Passwords that exist in one run alone: wherever one appears, it has leaked. */
export type Passwords = Readonly<Record<AccountName, string>>

const canaryOf = (name: string): string => `canary-${name}-${crypto.randomUUID()}`

/** Makes them. They need not be the same in a replay: no act depends on them. */
export const makePasswords = (): Passwords => ({
  admin: canaryOf('admin'),
  jcitizen: canaryOf('jcitizen'),
  guest: canaryOf('guest'),
})

const isAccount = (name: string): name is AccountName => ['admin', 'jcitizen', 'guest'].includes(name)

/** Who asks by an `Authorization` header, and the header that the small Bitbucket knows, whose passwords are the names. */
export const readAuthorization = (
  header: string | undefined,
  passwords: Passwords,
): { readonly user: AccountName | null; readonly header: string | undefined } => {
  const [, encoded] = /^Basic (\S+)$/i.exec(header ?? '') ?? []
  if (encoded === undefined) return { user: null, header }
  const [name = '', ...rest] = Buffer.from(encoded, 'base64').toString().split(':')
  if (!isAccount(name) || rest.join(':') !== passwords[name]) return { user: null, header }
  return { user: name, header: `Basic ${btoa(`${name}:${name}`)}` }
}
