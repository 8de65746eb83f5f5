/** A project as the small Bitbucket keeps it. */
export type ProjectRecord = {
  readonly id: number
  readonly key: string
  readonly name: string
  readonly description: string
  readonly type: 'NORMAL' | 'PERSONAL'
  readonly public: boolean
  /** Only administrators see it. */
  readonly isRestricted: boolean
}
