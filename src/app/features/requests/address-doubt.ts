import { webAddressOf } from '#app/ui/web-address.ts'

/** Why the address of a mirror that asks to join deserves a second look; `null` where nothing is to be said. */
export const addressDoubtOf = (address: string | null): string | null => {
  if (address === null || address.trim() === '') {
    return 'It gives no address, so nobody can tell where it is.'
  }
  const url = webAddressOf(address)
  if (url?.protocol === 'https:') return null
  if (url !== null) {
    return 'Its address is not https: what is sent to it, passwords included, can be read and changed on the way.'
  }
  const parsed = URL.parse(address)
  return parsed !== null && (parsed.username !== '' || parsed.password !== '')
    ? 'Its address holds a user name: what stands before the @ is not the host it leads to.'
    : 'Its address cannot be read as a web address.'
}
