declare global {
  // oxlint-disable-next-line typescript/consistent-type-definitions -- Only an interface adds to the browser's own.
  interface Window {
    /** What the page did and must never do, since it was last asked. */
    complaints?: string[]
  }
}

/**
 * Runs in the page: notes what it must never do (an uncaught error, `console.error`, a breach of the policy), also
 * breaches from before it ran, where the browser kept them.
 */
export const watchPage = (): void => {
  const complaints: string[] = []
  if (window.complaints !== undefined) return
  window.complaints = complaints
  addEventListener('error', ({ message }) => complaints.push(`uncaught: ${message}`))
  addEventListener('unhandledrejection', ({ reason }) => complaints.push(`unhandled: ${String(reason)}`))
  document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) =>
    complaints.push(`policy violation: ${effectiveDirective} ${blockedURI}`),
  )
  if ('ReportingObserver' in globalThis) {
    new ReportingObserver(
      (reports) => complaints.push(...reports.map(({ type, body }) => `${type}: ${JSON.stringify(body)}`)),
      { types: ['csp-violation'], buffered: true },
    ).observe()
  }
  // oxlint-disable-next-line eslint/no-console -- It writes nothing: it notes what the page writes.
  const write = console.error
  // oxlint-disable-next-line eslint/no-console -- As above.
  console.error = (...args: unknown[]) => {
    complaints.push(`console.error: ${args.map(String).join(' ')}`)
    write(...args)
  }
}

/** Runs in the page: what was noted since it was asked before. */
export const takeComplaints = (): string[] => window.complaints?.splice(0) ?? []
