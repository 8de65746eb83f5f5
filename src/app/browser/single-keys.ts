import { storedChoice } from './stored-choice.ts'

/**
 * Whether single keys are shortcuts. Speech input types letters by accident, so it must be possible to turn them off.
 * Source: WCAG 2.2, 2.1.4 Character Key Shortcuts.
 */
export const singleKeys = storedChoice('single-keys', ['on', 'off'])
