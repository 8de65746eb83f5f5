import * as v from 'valibot'
import { identifier, openEnum, optionalIdentifier, optionalOpenEnum, optionalText, text } from './scalar.ts'

/** The states a mirroring request is known to have. */
export const REQUEST_STATES = ['PENDING', 'ACCEPTED', 'REJECTED'] as const

/** One of {@link REQUEST_STATES}. */
export type RequestState = (typeof REQUEST_STATES)[number]

/**
 * A mirror's request to join. `productType` and `addonDescriptorUri` are gone in 9.x.
 * Every text was chosen by the sender. Source: RestMirroringRequest, 8.16 and 9.4.
 */
export const mirroringRequest = v.object({
  id: identifier,
  state: openEnum(...REQUEST_STATES),
  mirrorName: text,
  mirrorId: optionalIdentifier,
  mirrorBaseUrl: optionalText,
  mirrorType: optionalOpenEnum('SINGLE', 'FARM'),
  productType: optionalText,
  productVersion: optionalText,
  addonDescriptorUri: optionalText,
})

/** A mirroring request after reading. */
export type MirroringRequest = v.InferOutput<typeof mirroringRequest>

const webAddress = v.pipe(
  v.string(),
  v.trim(),
  v.nonEmpty('Enter an address.'),
  v.maxLength(2048),
  v.regex(/^https?:\/\/[^\s\p{C}]+$/iu, 'Enter an address that starts with https:// or http://.'),
)

/** What a mirror sends to ask for admission (operation `createRequest`). */
export const mirroringRequestBody = v.object({
  state: v.optional(v.picklist(REQUEST_STATES)),
  mirrorName: v.pipe(v.string(), v.trim(), v.nonEmpty('Enter a name.'), v.maxLength(255)),
  mirrorId: v.pipe(v.string(), v.trim(), v.nonEmpty('Enter an id.'), v.maxLength(128)),
  mirrorBaseUrl: webAddress,
  mirrorType: v.picklist(['SINGLE', 'FARM']),
  productType: v.optional(v.string()),
  productVersion: v.pipe(v.string(), v.trim(), v.nonEmpty('Enter a version.'), v.maxLength(64)),
  addonDescriptorUri: v.optional(webAddress),
})
