/** What things are painted with, as a canvas takes it. */
export type PaintColours = Readonly<
  Record<'good' | 'attention' | 'bad' | 'unknown' | 'text' | 'link' | 'background', string>
>

/** Where the system's colours rule, they rule what is painted too; shapes tell the states apart. */
const SYSTEM: PaintColours = {
  good: 'CanvasText',
  attention: 'CanvasText',
  bad: 'CanvasText',
  unknown: 'CanvasText',
  text: 'CanvasText',
  link: 'LinkText',
  background: 'Canvas',
}

/** The colours in use now. They are read each time: whoever keeps them must notice every change of scheme. */
export const paintColours = (): PaintColours => {
  if ('matchMedia' in globalThis && matchMedia('(forced-colors: active)').matches) return SYSTEM
  const style = getComputedStyle(document.documentElement)
  const of = (name: string) => style.getPropertyValue(name).trim()
  return {
    good: of('--tone-good'),
    attention: of('--tone-attention'),
    bad: of('--tone-bad'),
    unknown: of('--tone-unknown'),
    text: of('--mantine-color-text'),
    link: of('--mantine-color-anchor'),
    background: of('--mantine-color-body'),
  }
}
