/** Which version of the vendor's documents the answers follow. */
export type Profile = '8.16' | '9.4'

/** The product version each profile reports. */
export const PRODUCT_VERSION = { '8.16': '8.16.2', '9.4': '9.4.1' } as const satisfies Record<Profile, string>

/** Whether an operation that is gone from `until` on still exists in `profile`; both are `major.minor`. */
export const stillExists = (profile: Profile, until: string | undefined): boolean =>
  until === undefined || Number.parseFloat(profile) < Number.parseFloat(until)
