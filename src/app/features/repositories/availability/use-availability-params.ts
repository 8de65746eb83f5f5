import { useSearchParams } from 'react-router'
import { orderOf } from './availability-order.ts'

/** What narrows and orders the mirrors of a repository; both stand in the URL. */
export const useAvailabilityParams = () => {
  const [params] = useSearchParams()
  return { search: params.get('search') ?? '', order: orderOf(params.get('order')) }
}
