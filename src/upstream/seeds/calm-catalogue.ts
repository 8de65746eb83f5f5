import { type Catalogue, catalogueOf } from '#upstream/catalogue.ts'
import type { RepositoryRecord } from '#upstream/records/repository-record.ts'
import { makeProject } from './make-project.ts'
import { makeRepository } from './make-repository.ts'

const projects = {
  PAY: makeProject(1, 'PAY', 'Payments'),
  PLAT: makeProject(2, 'PLAT', 'Platform'),
  MOB: makeProject(3, 'MOB', 'Mobile', { public: true }),
  DATA: makeProject(4, 'DATA', 'Data'),
  /** Only administrators see it. */
  SEC: makeProject(5, 'SEC', 'Security', { isRestricted: true }),
} as const

const names: Readonly<Record<keyof typeof projects, readonly string[]>> = {
  PAY: ['ledger', 'card-gateway', 'settlement', 'fraud-rules', 'payout-scheduler', 'invoice-pdf'],
  PLAT: [
    'build-images',
    'service-mesh',
    'terraform-modules',
    'observability',
    'secrets-broker',
    'release-tools',
  ],
  MOB: ['android-app', 'ios-app', 'Design tokens', 'push-relay', 'feature-flags', 'crash-reports'],
  DATA: ['event-lake', 'warehouse-models', 'stream-jobs', 'notebook-kit', 'schema-registry', 'Metrics API'],
  SEC: [
    'threat-models',
    'key-ceremony',
    'audit-scripts',
    'incident-runbooks',
    'policy-as-code',
    'red-team-tools',
  ],
}

const exceptions: Readonly<Record<string, Partial<RepositoryRecord>>> = {
  'invoice-pdf': { archived: true, defaultBranchId: 'refs/heads/master' },
  // Bitbucket sends zeros until it has calculated a hash.
  'notebook-kit': { contentHash: '0'.repeat(64), metadataHash: '0'.repeat(64) },
  'crash-reports': { state: 'OFFLINE' },
}

/**
 * Thirty repositories in five projects, with ids from 11 to 56. With `withGaps`, indexes between the projects are
 * skipped, as Bitbucket does for what a caller may not see.
 */
export const calmCatalogue = (withGaps = false): Catalogue => {
  const repositories: (RepositoryRecord | undefined)[] = []
  for (const project of Object.values(projects)) {
    const known = Object.entries(names).find(([key]) => key === project.key)?.[1] ?? []
    for (const [index, name] of known.entries()) {
      repositories.push(makeRepository(project.id * 10 + index + 1, name, project, exceptions[name]))
    }
    if (withGaps) repositories.push(undefined, undefined, undefined)
  }
  return catalogueOf(Object.values(projects), repositories)
}
