/** The colours of the picture, as a canvas takes them. */
export type PaintColours = Readonly<
  Record<'good' | 'attention' | 'bad' | 'unknown' | 'text' | 'link' | 'background', string>
>

/** Where the system forces its colours, they apply to the picture too; shapes distinguish the states. */
const SYSTEM: PaintColours = {
  good: 'CanvasText',
  attention: 'CanvasText',
  bad: 'CanvasText',
  unknown: 'CanvasText',
  text: 'CanvasText',
  link: 'LinkText',
  background: 'Canvas',
}

/** The colours in use now. Callers must read them again after every change of scheme. */
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
