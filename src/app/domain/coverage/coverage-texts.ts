import { longTexts } from '#app/browser/long-texts.ts'
import { COVERAGE_TEXTS } from './forget-coverage.ts'

/** Where what coverage learnt is kept. */
export const coverageTexts = longTexts(COVERAGE_TEXTS)
