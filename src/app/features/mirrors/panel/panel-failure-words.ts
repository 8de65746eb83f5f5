import { MAX_PANEL, type PanelFailure } from '#contract/panel.ts'

/** Why there is no panel to show, in words. */
export const panelFailureWords: Record<PanelFailure, { readonly title: string; readonly meaning: string }> = {
  'not-offered': {
    title: 'Bitbucket offers no settings panel for this mirror.',
    meaning: 'Version 9.0 removed these panels. Configure the mirror in its own pages, at its address.',
  },
  'not-html': {
    title: 'The panel was refused: it is not HTML.',
    meaning:
      'The answer is not a page, so nothing is shown. Check what answers at the address of the mirror.',
  },
  'too-large': {
    title: 'The panel was refused: it is too large.',
    meaning: `A panel has a few kB; this one has more than ${String(MAX_PANEL / 1024)} kB, and half of it could mislead.`,
  },
}
