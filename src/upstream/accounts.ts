/** What an account may do. */
export type Permission = 'administers' | 'reads' | 'nothing'

/** A person known to the small Bitbucket. The password equals the name. */
export type Account = {
  readonly id: number
  readonly name: string
  readonly password: string
  /** An HTTP access token, for bearer authentication. */
  readonly token: string
  /** An SSH key in OpenSSH's form. No private half of it exists. */
  readonly publicKey: string
  readonly displayName: string
  readonly role: string
  readonly permission: Permission
}

/** The accounts, the same in every seed. */
export const ACCOUNTS: readonly Account[] = [
  {
    id: 1,
    name: 'admin',
    password: 'admin',
    token: 'admin-token',
    publicKey: 'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIAdminAdminAdminAdminAdminAdminAdminAdminAdm',
    displayName: 'Ada Administrator',
    role: 'System administrator',
    permission: 'administers',
  },
  {
    id: 101,
    name: 'jcitizen',
    password: 'jcitizen',
    token: 'jcitizen-token',
    publicKey: 'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIJaneJaneJaneJaneJaneJaneJaneJaneJaneJaneJan',
    displayName: 'Jane Citizen',
    role: 'Ordinary user',
    permission: 'reads',
  },
  {
    id: 102,
    name: 'guest',
    password: 'guest',
    token: 'guest-token',
    publicKey: 'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIGuestGuestGuestGuestGuestGuestGuestGuestGue',
    displayName: 'Gus Guest',
    role: 'Reads nothing',
    permission: 'nothing',
  },
]

/** Who asks: an account, or `null` for an anonymous caller. */
export type Caller = Account | null
