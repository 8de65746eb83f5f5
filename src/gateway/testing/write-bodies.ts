/** A right body of a mirror that asks to join. */
export const ADMISSION = {
  mirrorName: 'm',
  mirrorId: 'B0F5',
  mirrorBaseUrl: 'https://m.example.com',
  mirrorType: 'SINGLE',
  productVersion: '8.16.2',
}

/** A right body for each write that has one. */
export const WRITE_BODIES: Readonly<Record<string, unknown>> = {
  setPreferredMirror: 'B0F5',
  authenticate: { credentials: { token: 't' } },
  updateMirror: { baseUrl: 'https://m.example.com' },
  publishEvent: { type: 'SYNCHRONIZED', upstreamRepoId: '1' },
  createRequest: ADMISSION,
}
