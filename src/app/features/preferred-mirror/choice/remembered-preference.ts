import type { Session } from '#contract/session.ts'
import { localSetting } from '#app/browser/local-setting.ts'

/** A preference seen earlier in this browser. */
export type RememberedPreference = { readonly id: string; readonly name: string }

const parse = (text: string | null): RememberedPreference | null => {
  try {
    const value: unknown = JSON.parse(text ?? 'null')
    if (typeof value !== 'object' || value === null || !('id' in value) || !('name' in value)) return null
    return typeof value.id === 'string' && typeof value.name === 'string'
      ? { id: value.id, name: value.name }
      : null
  } catch {
    return null
  }
}

/**
 * The preference that this browser saw last, per account and upstream. Bitbucket answers "none" for a preferred mirror
 * that was removed, so without a memory the choice would vanish without a word.
 */
export const rememberedPreference = ({ user, upstream }: Pick<Session, 'user' | 'upstream'>) => {
  const setting = localSetting(`preferred-mirror ${user ?? ''} ${upstream}`)
  return {
    read: (): RememberedPreference | null => parse(setting.read()),
    write: (preference: RememberedPreference | null): void =>
      setting.write(
        preference === null ? '' : JSON.stringify({ id: preference.id, name: preference.name.slice(0, 255) }),
      ),
  }
}
