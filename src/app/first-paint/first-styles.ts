import { DEFAULT_THEME } from '@mantine/core'
import baseline from '@mantine/core/styles/baseline.css?inline'
import frame from '#app/shell/frame.module.css?inline'
import navigation from '#app/shell/navigation.module.css?inline'
import banner from '#app/shell/simulated-banner.module.css?inline'
import page from '#app/document.css?inline'
import { cssVariables, theme } from '#app/theme.ts'

const written = (variables: Readonly<Record<string, string>>): string =>
  Object.entries(variables)
    .map(([name, value]) => `${name}:${value}`)
    .join(';')

const squeezed = (css: string): string => css.replace(/\/\*[^]*?\*\//g, '').replace(/\s+/g, ' ')

/**
 * The rules that the first frame is drawn with, for the document itself, so that it need not wait for the style sheet;
 * and their variables, which Mantine writes only when its script runs. The scheme is the system's, unless
 * `data-mantine-color-scheme` says what somebody chose.
 */
export const firstStyles = (): string => {
  const { variables, light, dark } = cssVariables(DEFAULT_THEME)
  const common = written({ ...variables, '--mantine-font-family': theme.fontFamily ?? '' })
  const darkRules = `--mantine-color-scheme:dark;${written(dark)}`
  return [
    `:root{${common};--mantine-color-scheme:light;${written(light)}}`,
    `@media(prefers-color-scheme:dark){:root:not([data-mantine-color-scheme=light]){${darkRules}}}`,
    `:root[data-mantine-color-scheme=dark]{${darkRules}}`,
    ...[baseline, page, frame, navigation, banner].map(squeezed),
  ].join('')
}
