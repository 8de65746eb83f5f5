/** Whether a host name or address is this machine alone. Anything under `.localhost` is (RFC 6761). */
export const isLoopbackHost = (host: string): boolean => {
  const bare = host
    .toLowerCase()
    .replace(/^\[|\]$/g, '')
    .replace(/\.$/, '')
  return (
    bare === 'localhost' ||
    bare.endsWith('.localhost') ||
    bare === '::1' ||
    /^127(?:\.\d{1,3}){3}$/.test(bare)
  )
}
