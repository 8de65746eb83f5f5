import { SETTING_DEFAULTS, type SettingName } from '#gateway/ops/config.ts'
import { SETTING_WORDS } from './setting-words.ts'

/** One setting as it is listed for people. */
export type ListedSetting = {
  readonly name: SettingName
  readonly meaning: string
  /** Empty where nothing holds without it. */
  readonly standard: string
  readonly isSecret: boolean
}

const isSettingName = (name: string): name is SettingName => Object.hasOwn(SETTING_WORDS, name)

/** All settings with their words and the defaults by which they are read. */
export const LISTED_SETTINGS: readonly ListedSetting[] = Object.keys(SETTING_WORDS)
  .filter(isSettingName)
  .map((name) => {
    const { meaning, unset, isSecret = false } = SETTING_WORDS[name]
    return { name, meaning, standard: SETTING_DEFAULTS[name] ?? unset, isSecret }
  })
