/**
 * What a push waits for: that Bitbucket reports the mirror's synchronization (`webhook`), or that the mirror has it when
 * it is asked (`canary`). Of a `pending` one the mirror was not asked yet, so it may have it.
 */
export type OpenKind = 'webhook' | 'canary' | 'pending'

/** A push or a change that one mirror may not have yet, as it is kept. */
export type OpenLag = {
  readonly kind: OpenKind
  readonly mirrorId: string
  readonly repositoryId: string
  /** What the mirror is known to copy the repository by; see `projectKeyOf`. */
  readonly projectId: string
  /** When it was made, epoch ms by Bitbucket's clock; for canaries the gateway's, and not later than it was made. */
  readonly at: number
  /** When the gateway learned of it, epoch ms by its own clock. */
  readonly toldAt: number
}

/**
 * Mirrors copy whole projects, so one that has synchronized any of its repositories is waited for with all of them. Where
 * an event does not say which project it is, each repository stands for itself.
 */
export const projectKeyOf = (repository: {
  readonly id: string
  readonly projectId: string | null
}): string => repository.projectId ?? `repository ${repository.id}`
