/** One question: one repository, one mirror, by ids. */
export type Question = { readonly repositoryId: string; readonly mirrorId: string }

/** Many questions: each of the repositories at each of the mirrors, one repository after the other. */
export type Questions = { readonly repositoryIds: readonly string[]; readonly mirrorIds: readonly string[] }
