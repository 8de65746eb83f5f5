import { type Environment, isReadable } from '#gateway/ops/config.ts'
import { LISTED_SETTINGS } from './listed-settings.ts'

/** The settings as they may be shown to others: of secrets, whether they are set; of the rest, the value if it can be read. */
export const shownSettings = (env: Environment): Readonly<Record<string, string | null>> =>
  Object.fromEntries(
    LISTED_SETTINGS.map(({ name, isSecret }) => {
      const value = env[name]?.trim() ?? ''
      if (value === '') return [name, null]
      // What cannot be read may be anything, such as an address with a password in it.
      if (!isReadable(name, value)) return [name, '(set, and wrong)']
      return [name, isSecret ? '(set)' : value]
    }),
  )
