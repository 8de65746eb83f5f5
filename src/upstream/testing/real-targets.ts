import type { ContractTarget } from './contract-target.ts'

/**
 * A real Bitbucket, when the environment names one: `CONTRACT_BASE_URL` with its context path, `CONTRACT_TOKEN` of an
 * administrator, `CONTRACT_PROFILE` (8.16 or 9.4), and `CONTRACT_ALLOW_WRITES=1` where it may be changed.
 */
export const realTargets = (
  environment: Readonly<Record<string, string | undefined>>,
): readonly ContractTarget[] => {
  const { CONTRACT_BASE_URL, CONTRACT_TOKEN, CONTRACT_PROFILE, CONTRACT_ALLOW_WRITES } = environment
  if (CONTRACT_BASE_URL === undefined || CONTRACT_TOKEN === undefined) return []
  const base = CONTRACT_BASE_URL.replace(/\/+$/, '')
  return [
    {
      name: 'a real Bitbucket',
      profile: CONTRACT_PROFILE === '9.4' ? '9.4' : '8.16',
      fetch: (path, init = {}) => {
        const headers = new Headers(init.headers)
        headers.set('authorization', `Bearer ${CONTRACT_TOKEN}`)
        return fetch(`${base}${path}`, { ...init, headers })
      },
      fetchAnonymously: (path, init) => fetch(`${base}${path}`, init),
      mayWrite: CONTRACT_ALLOW_WRITES === '1',
    },
  ]
}
