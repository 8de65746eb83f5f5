import { cutText } from '#contract/cut-text.ts'
import type { InferOutput } from 'valibot'
import type { project as projectSchema } from '#contract/repository.ts'
import { Facts } from '#app/ui/page/facts.tsx'
import { ForeignText } from '#app/ui/untrusted/foreign-text.tsx'
import { plainOf } from '#app/text/hidden-characters.ts'
import { Identifier } from '#app/ui/untrusted/identifier.tsx'
import { visibilityOf } from '#app/features/repositories/list/visibility-of.ts'

const typeWord = (type: string | null): string => {
  if (type === null) return 'not sent'
  if (type === 'NORMAL') return 'Normal'
  return type === 'PERSONAL' ? 'Personal' : plainOf(cutText(type, 32))
}

/** What the primary says about a project. */
export const ProjectFacts = ({ project }: { project: InferOutput<typeof projectSchema> }) => {
  const { id, key, type, description } = project
  return (
    <Facts
      facts={[
        { name: 'Key', value: <Identifier>{key}</Identifier> },
        { name: 'Type', value: typeWord(type) },
        { name: 'Visibility', value: visibilityOf(project) },
        {
          name: 'Description',
          value:
            description === null || description === '' ? 'none' : <ForeignText>{description}</ForeignText>,
        },
        { name: 'Id', value: <Identifier>{id}</Identifier> },
      ]}
    />
  )
}
