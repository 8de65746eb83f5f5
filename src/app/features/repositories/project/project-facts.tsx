import type { InferOutput } from 'valibot'
import type { project } from '#contract/repository.ts'
import { Facts } from '#app/ui/page/facts.tsx'
import { ForeignText } from '#app/ui/untrusted/foreign-text.tsx'
import { plainOf } from '#app/text/hidden-characters.ts'
import { Identifier } from '#app/ui/untrusted/identifier.tsx'

const typeWord = (type: string | null): string => {
  if (type === null) return 'not sent'
  if (type === 'NORMAL') return 'Normal'
  return type === 'PERSONAL' ? 'Personal' : plainOf(type.slice(0, 32))
}

const visibilityWord = (isPublic: boolean | null): string =>
  isPublic === null ? 'Unknown' : isPublic ? 'Public' : 'Private'

/** What the primary says about a project. */
export const ProjectFacts = ({
  project: { id, key, type, description, public: isPublic },
}: {
  project: InferOutput<typeof project>
}) => (
  <Facts
    facts={[
      { name: 'Key', value: <Identifier>{key}</Identifier> },
      { name: 'Type', value: typeWord(type) },
      { name: 'Visibility', value: visibilityWord(isPublic) },
      {
        name: 'Description',
        value: description === null || description === '' ? 'none' : <ForeignText>{description}</ForeignText>,
      },
      { name: 'Id', value: <Identifier>{id}</Identifier> },
    ]}
  />
)
