import { createTheme, type CSSVariablesResolver, type MantineColorsTuple } from '@mantine/core'

/** The one accent, for what can be clicked. */
const harbour: MantineColorsTuple = [
  '#eef4fb',
  '#dbe7f5',
  '#b4cdea',
  '#8bb2df',
  '#6a9bd6',
  '#5089cd',
  '#3d78bf',
  '#2b65ab',
  '#205490',
  '#184475',
]

/** The greys of the dark scheme, from text to what lies deepest: as cold as the page, where Mantine's own are brownish. */
const night: MantineColorsTuple = [
  '#dfe3e8',
  '#bcc4cd',
  '#98a1ac',
  '#7a8591',
  '#474f59',
  '#353b43',
  '#2a3037',
  '#1e2227',
  '#16191d',
  '#101216',
]

/** The look lives here and in `theme.css`; features set no colours of their own. */
export const theme = createTheme({
  primaryColor: 'harbour',
  colors: { harbour, dark: night },
  primaryShade: { light: 7, dark: 7 },
  fontFamily: 'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif',
  fontFamilyMonospace: 'ui-monospace, "SF Mono", "Cascadia Mono", Menlo, Consolas, monospace',
  defaultRadius: 6,
  fontSizes: { xs: '12px', sm: '14px', md: '15px', lg: '17px', xl: '20px' },
  respectReducedMotion: true,
  components: {
    Button: { defaultProps: { size: 'sm' } },
  },
})

/** Mantine's dimmed greys miss 4.5 : 1 on its own backgrounds; the state colours are the console's. */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: { '--header-height': '56px' },
  light: {
    '--mantine-color-body': '#ffffff',
    '--mantine-color-text': '#1b2026',
    '--mantine-color-dimmed': '#58616b',
    '--mantine-color-placeholder': '#69727d',
    '--mantine-color-anchor': '#205490',
    '--mantine-color-error': '#b3261e',
    '--surface': '#f6f7f9',
    '--line': '#e1e5ea',
    '--line-strong': '#c4cad2',
    '--control': '#87909b',
    '--tone-good': '#1a7f4b',
    '--tone-attention': '#a15c00',
    '--tone-bad': '#b3261e',
    '--tone-unknown': '#646d78',
  },
  dark: {
    '--mantine-color-body': '#16191d',
    '--mantine-color-text': '#dfe3e8',
    '--mantine-color-dimmed': '#a0a8b2',
    '--mantine-color-placeholder': '#8b939e',
    '--mantine-color-anchor': '#8bb2df',
    '--mantine-color-error': '#ff8a80',
    '--surface': '#1e2227',
    '--line': '#2e343b',
    '--line-strong': '#474f59',
    '--control': '#7a8591',
    '--tone-good': '#4cc38a',
    '--tone-attention': '#e5a53d',
    '--tone-bad': '#ff8a80',
    '--tone-unknown': '#98a1ac',
  },
})
