import * as v from 'valibot'
import { text } from './scalar.ts'

/** Body of `updateMirror`: rewrites the record (address, version); it upgrades no software. */
export const mirrorRecord = v.object({
  baseUrl: v.optional(text),
  productVersion: v.optional(text),
  productType: v.optional(text),
  addonDescriptorUri: v.optional(text),
})

/** Body of `publishEvent`. The answer 204 means queued, not done. */
export const repositoryMirrorEvent = v.object({
  mirrorRepoId: v.optional(v.pipe(v.number(), v.safeInteger())),
  type: v.picklist(['SYNCHRONIZED', 'SYNCHRONIZATION_FAILED']),
  upstreamRepoId: text,
})

/**
 * A mirror's token. The name of its field is not documented: a name that contains "token" is taken first, then any
 * string. The output is a secret.
 */
export const mirrorToken = v.pipe(
  v.record(v.string(), v.unknown()),
  v.rawTransform<Record<string, unknown>, { readonly token: string }>(({ dataset, addIssue, NEVER }) => {
    const texts = Object.entries(dataset.value).filter(
      (entry): entry is [string, string] => typeof entry[1] === 'string' && entry[1] !== '',
    )
    const named = texts.find(([name]) => /token/i.test(name)) ?? texts[0]
    if (named !== undefined) return { token: named[1] }
    addIssue({ message: 'No field with a token' })
    return NEVER
  }),
)
