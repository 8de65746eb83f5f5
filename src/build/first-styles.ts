import { DEFAULT_THEME, defaultCssVariablesResolver, mergeMantineTheme } from '@mantine/core'
import baseline from '@mantine/core/styles/baseline.css?inline'
import frame from '#app/shell/frame.module.css?inline'
import navigation from '#app/shell/navigation/navigation.module.css?inline'
import banner from '#app/shell/simulated-banner.module.css?inline'
import page from '#app/start/document.css?inline'
import { cssVariables, theme } from '#app/start/theme.ts'
import { usedVariables } from './used-variables.ts'

type Variables = Readonly<Record<string, string>>

const squeezed = (css: string): string => css.replace(/\/\*[^]*?\*\//g, '').replace(/\s+/g, ' ')

/**
 * The rules that the first frame is drawn with, for the document itself, so that it need not wait for the style sheet;
 * and the variables that they and the first page use, which Mantine writes only when its script runs. The scheme is
 * the system's, unless `data-mantine-color-scheme` holds the user's choice.
 *
 * @param texts the style sheet and the markup of the first page.
 */
export const firstStyles = (...texts: readonly string[]): string => {
  const whole = mergeMantineTheme(DEFAULT_THEME, theme)
  const [given, ours] = [defaultCssVariablesResolver(whole), cssVariables(whole)]
  const rules = [baseline, page, frame, navigation, banner].map(squeezed)
  const parts = {
    common: { ...given.variables, ...ours.variables },
    light: { ...given.light, ...ours.light },
    dark: { ...given.dark, ...ours.dark },
  }
  const usedIn = (part: Variables) => usedVariables({ ...parts.common, ...part }, [...texts, ...rules])
  // A colour may be made of another one in the dark.
  const used = new Set([...usedIn(parts.light), ...usedIn(parts.dark)])
  const written = (variables: Variables): string =>
    Object.entries(variables)
      .filter(([name]) => used.has(name))
      .map(([name, value]) => `${name}:${value}`)
      .join(';')
  const darkRules = written(parts.dark)
  return [
    `:root{${written(parts.common)};${written(parts.light)}}`,
    `@media(prefers-color-scheme:dark){:root:not([data-mantine-color-scheme=light]){${darkRules}}}`,
    `:root[data-mantine-color-scheme=dark]{${darkRules}}`,
    ...rules,
  ].join('')
}
