/** Lines shown at most: a person has a handful of permissions. */
const MAX_LINES = 50

const MAX_DEPTH = 6

const linesOf = (value: unknown, path: string, depth: number): readonly string[] => {
  if (value === null || value === undefined) return []
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') {
    return [`${path === '' ? '' : `${path}: `}${String(value)}`]
  }
  if (typeof value !== 'object') return []
  if (depth === 0) return [path === '' ? '…' : `${path}: …`]
  if (Array.isArray(value)) {
    return value.slice(0, MAX_LINES).flatMap((item: unknown) => linesOf(item, path, depth - 1))
  }
  return Object.entries(value)
    .slice(0, MAX_LINES)
    .flatMap(([name, inner]) => linesOf(inner, path === '' ? name : `${path}.${name}`, depth - 1))
}

/**
 * Effective permissions as lines, whatever their form: it depends on the kind of credentials and is not documented.
 * Source: RestApplicationUserWithPermissions, 8.16.
 */
export const permissionLines = (permissions: unknown): readonly string[] =>
  [...new Set(linesOf(permissions, '', MAX_DEPTH))].slice(0, MAX_LINES)
