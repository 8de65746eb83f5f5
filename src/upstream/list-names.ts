/** How the small Bitbucket gives its lists, by name; each with what it does. */
export const LIST_BEHAVIOURS = {
  plain: 'up to 1000 rows a page, one page after the other',
  capped: 'at most 7 rows a page',
  gaps: 'three places without a row after every fifth, so that the next page starts further on than this one ended',
  limited:
    'every fourth page after the first answers 429 with Retry-After: 2 until those seconds have passed',
  changing:
    'four times in a reading, before every second page, the first pending request is deleted, or one is added in front of it',
} as const satisfies Record<string, string>

/** One of {@link LIST_BEHAVIOURS}. */
export type ListBehaviour = keyof typeof LIST_BEHAVIOURS

/** Their names, the plain one first. */
export const LIST_NAMES = [
  'plain',
  'capped',
  'gaps',
  'limited',
  'changing',
] as const satisfies ListBehaviour[]
