import type { MirrorServer } from '#contract/mirror-server.ts'
import { call } from '#app/api/client.ts'
import type { ConfirmedWrite } from '#app/api/confirmed-write.ts'
import { isSameRecord, readMirrorAgain } from './mirror-truth.ts'

/** What may be corrected in a mirror's record. */
type Correction = { readonly baseUrl: string; readonly productVersion: string }

/** A correction of the record that was shown. */
export type CorrectionSubject = { readonly shown: MirrorServer; readonly wanted: Correction }

/**
 * The write that corrects address and version of a record. The product type is sent along where the record has one:
 * what leaving it out does is not documented. The record does not hold the add-on descriptor, so that is not sent.
 */
export const correctionWrite = ({
  shown,
  wanted,
}: CorrectionSubject): ConfirmedWrite<MirrorServer, MirrorServer> => ({
  read: () => readMirrorAgain(shown.id),
  isAsShown: (now) => isSameRecord(shown, now),
  send: () =>
    call('updateMirror', {
      parameters: { mirrorId: shown.id },
      body: { ...wanted, ...(shown.productType === null ? {} : { productType: shown.productType }) },
    }),
  isDone: (now) => now?.baseUrl === wanted.baseUrl && now.productVersion === wanted.productVersion,
  isReadBack: true,
  answers: { conflict: 'refused' },
})
