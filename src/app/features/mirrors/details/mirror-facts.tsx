import type { MirrorServer } from '#contract/mirror-server.ts'
import { mirrorTypeWord } from '#app/domain/mirror/mirror-type-word.ts'
import { Address } from '#app/ui/untrusted/address.tsx'
import { CopyButton } from '#app/ui/page/copy-button.tsx'
import { Facts } from '#app/ui/page/facts.tsx'
import { ForeignText } from '#app/ui/untrusted/foreign-text.tsx'
import { Identifier } from '#app/ui/untrusted/identifier.tsx'
import classes from '#app/features/mirrors/mirrors.module.css'

const text = (value: string | null) =>
  value === null || value === '' ? 'not given' : <ForeignText>{value}</ForeignText>

const preferenceWords = (isPreferred: boolean | null): string => {
  if (isPreferred === null) return 'Not known: your preference could not be read'
  return isPreferred ? 'Yes' : 'No'
}

/**
 * The rest of what Bitbucket's record says about a mirror.
 *
 * @param isPreferred `null` while it is not known.
 */
export const MirrorFacts = ({
  mirror,
  isPreferred,
}: {
  mirror: MirrorServer
  isPreferred: boolean | null
}) => (
  <Facts
    facts={[
      { name: 'Address', value: <Address address={mirror.baseUrl} /> },
      {
        name: 'Id',
        value: (
          <span className={classes.copied}>
            <Identifier>{mirror.id}</Identifier>
            <CopyButton text={mirror.id} what="the mirror's id" />
          </span>
        ),
      },
      { name: 'Type', value: text(mirrorTypeWord(mirror.mirrorType)) },
      // Gone in 9.x, where it would only say "not given".
      ...(mirror.productType === null ? [] : [{ name: 'Product type', value: text(mirror.productType) }]),
      { name: 'Your preferred mirror', value: preferenceWords(isPreferred) },
    ]}
  />
)
