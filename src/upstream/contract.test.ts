import { describeContract } from './testing/contract-suite.ts'
import { inMemory } from './testing/in-memory.ts'
import { realTargets } from './testing/real-targets.ts'

const cases = [
  { profile: '8.16', contextPath: '' },
  { profile: '9.4', contextPath: '' },
  { profile: '8.16', contextPath: '/bitbucket' },
] as const

for (const { profile, contextPath } of cases) {
  const { admin, anonymous, jcitizen } = inMemory({ profile, contextPath })
  describeContract({
    name: `the small Bitbucket ${profile} at "${contextPath}/"`,
    profile,
    fetch: admin,
    fetchAnonymously: anonymous,
    fetchAsUser: jcitizen,
    mayWrite: true,
  })
}

for (const target of realTargets(process.env)) describeContract(target)
