import { personalStore } from '#app/browser/personal-store.ts'

/** Whether asking for coverage goes on while the person is on other pages. Only where they said so, in this tab. */
export const coverageInBackground = personalStore(false)
