import * as v from 'valibot'
import { instant } from './instant.ts'
import { identifier, optionalFlag, optionalOpenEnum, optionalText, text } from './scalar.ts'

/**
 * A mirror that was accepted. `productType` exists in 8.x only; `enabled` is read-only and `null` when the server
 * did not say. Source: RestMirrorServer, 8.16 and 9.4.
 */
export const mirrorServer = v.object({
  id: identifier,
  name: text,
  baseUrl: optionalText,
  enabled: optionalFlag,
  /** Epoch ms. What moves it and how often is not documented, so thresholds over it are settings. */
  lastSeenDate: instant,
  mirrorType: optionalOpenEnum('SINGLE', 'FARM'),
  productType: optionalText,
  productVersion: optionalText,
})

/** A mirror server after reading. */
export type MirrorServer = v.InferOutput<typeof mirrorServer>
