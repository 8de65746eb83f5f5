/** Many questions: each of the repositories at each of the mirrors, by ids; repositories in the order of asking. */
export type Questions = { readonly repositoryIds: readonly string[]; readonly mirrorIds: readonly string[] }
