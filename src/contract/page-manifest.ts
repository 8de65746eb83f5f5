import * as v from 'valibot'

/** Precedes the manifest in the built document; `-->` ends it. The gateway puts the links of one page in its place. */
export const MANIFEST_MARK = '<!--pages:'

/** What the build knows about the pages of the app, so that the document can name what one of them needs. */
export const pageManifest = v.array(
  v.object({
    /** Template of its address, such as `/mirrors/{id}`. */
    path: v.string(),
    /** Its scripts that the app itself does not bring along, from the root and without a leading slash. */
    scripts: v.array(v.string()),
    /** Style sheets that it needs and the document does not link, written the same. */
    styles: v.array(v.string()),
    /** Templates of the addresses that it reads first, as its own code will write them. */
    reads: v.array(v.string()),
  }),
)

/** What the build knows about the pages of the app. */
export type PageManifest = v.InferOutput<typeof pageManifest>
