/**
 * Which item of a menu a key leads to, by index; `null` for a key that leads nowhere. The ends are joined.
 *
 * @param from the item that has the focus, or -1.
 */
export const nextItem = (key: string, from: number, count: number): number | null => {
  if (count === 0) return null
  switch (key) {
    case 'ArrowDown':
      return (from + 1) % count
    case 'ArrowUp':
      return from <= 0 ? count - 1 : from - 1
    case 'Home':
      return 0
    case 'End':
      return count - 1
    default:
      return null
  }
}
