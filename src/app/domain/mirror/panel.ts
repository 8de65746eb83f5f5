import { queryOptions } from '@tanstack/react-query'
import { PANEL_PATH, panel } from '#contract/panel.ts'
import { buildPath } from '#contract/path.ts'
import { readOwn } from '#app/api/client.ts'

/**
 * A mirror's settings panel, as data. It is read when somebody asks for it and never again by itself: what one looks
 * at must not change under one's eyes.
 */
export const panelQuery = (mirrorId: string) =>
  queryOptions({
    queryKey: ['panel', mirrorId],
    queryFn: ({ signal }) => readOwn(panel, buildPath(PANEL_PATH, { mirrorId }), signal),
    staleTime: Infinity,
    gcTime: 0,
    meta: { isPolled: false },
  })
