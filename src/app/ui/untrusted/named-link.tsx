import { isSafeId } from '#contract/path.ts'
import { TextLink } from '#app/ui/page/text-link.tsx'
import { ForeignText } from './foreign-text.tsx'

/**
 * A foreign name, linked to the page of what it names; the name alone where its id cannot be used in an address.
 *
 * @param showsWhy whether a name without a link says why it has none.
 */
export const NamedLink = ({
  id,
  to,
  showsWhy = false,
  children,
}: {
  id: string
  to: (id: string) => string
  showsWhy?: boolean
  children: string
}) => {
  const name = <ForeignText inline>{children}</ForeignText>
  if (isSafeId(id)) return <TextLink to={to(id)}>{name}</TextLink>
  return showsWhy ? (
    <span title="Its id has characters that cannot be used in an address, so it has no page.">
      {name} (no page: unusable id)
    </span>
  ) : (
    name
  )
}
