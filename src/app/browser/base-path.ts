import { BASE_META } from '#contract/session.ts'

/** Below which path the console lives, such as `/mirrors`; empty at the root. The gateway writes it into the document. */
export const basePath = (): string =>
  document.querySelector<HTMLMetaElement>(`meta[name="${BASE_META}"]`)?.content ?? ''
