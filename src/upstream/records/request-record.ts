import type { RequestState } from '#contract/mirroring-request.ts'
import type { RequestSentinel } from '#upstream/sentinels.ts'

/** A mirroring request as the small Bitbucket keeps it. */
export type RequestRecord = {
  readonly id: number
  readonly state: RequestState
  readonly mirrorId: string
  readonly mirrorName: string
  readonly mirrorBaseUrl: string
  readonly mirrorType: string
  readonly productType: string
  readonly productVersion: string
  readonly addonDescriptorUri: string
  /** How accepting or rejecting it fails. */
  readonly sentinel?: RequestSentinel
  /** Fields that replace the correct ones on the wire; for hostile rows. */
  readonly wire?: Readonly<Record<string, unknown>>
}
