import { useInfiniteQuery } from '@tanstack/react-query'

/** Reads a list of `pagedListOptions` page by page. As a module of ours, its code comes with what the pages share. */
export const usePagedList = useInfiniteQuery
