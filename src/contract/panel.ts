import * as v from 'valibot'

/** Where the gateway gives a mirror's settings panel, wrapped as data. `GET`, answers {@link panel}. */
export const PANEL_PATH = '/-/panel/{mirrorId}'

/** Largest panel in bytes. A real one is a few kB; a larger one is not shown at all, since half of it could mislead. */
export const MAX_PANEL = 262_144

/** Why there is no panel to show. */
export const PANEL_FAILURES = [
  /** The upstream has no such mirror or, from 9.0 on, no panels. */
  'not-offered',
  /** Something else than `text/html` came. */
  'not-html',
  /** More than {@link MAX_PANEL}. */
  'too-large',
] as const

/** Why there is no panel to show. */
export type PanelFailure = (typeof PANEL_FAILURES)[number]

/** A mirror's panel, or why there is none. */
export const panel = v.variant('kind', [
  v.object({
    kind: v.literal('panel'),
    /**
     * HTML as the mirror's host wrote it: hostile until proven otherwise. It may only be shown through `srcdoc` of a
     * frame with an empty `sandbox`.
     */
    html: v.pipe(v.string(), v.maxLength(MAX_PANEL)),
  }),
  v.object({ kind: v.literal('failed'), failure: v.picklist(PANEL_FAILURES) }),
])

/** A mirror's panel, or why there is none. */
export type Panel = v.InferOutput<typeof panel>
