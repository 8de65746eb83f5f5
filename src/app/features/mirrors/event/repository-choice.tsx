import '@mantine/core/styles/InlineInput.css'
import '@mantine/core/styles/Radio.css'
import { Radio, Stack } from '@mantine/core'
import { isSafeId } from '#contract/path.ts'
import type { Repository } from '#contract/repository.ts'
import classes from '#app/features/mirrors/mirrors.module.css'
import { ForeignText } from '#app/ui/untrusted/foreign-text.tsx'

/** As many as one looks through without scrolling; typing narrows the rest down. */
const SHOWN = 8

/** Chooses one of the repositories that a search found. */
export const RepositoryChoice = ({
  repositories,
  hasMore,
  value,
  onChange,
}: {
  repositories: readonly Repository[] | undefined
  hasMore: boolean
  value: string | null
  onChange: (repositoryId: string) => void
}) => {
  if (repositories === undefined) return <p className={classes.choices}>Reading the repositories</p>
  if (repositories.length === 0) return <p className={classes.choices}>No repository matches.</p>
  const shown = repositories.filter(({ id }) => isSafeId(id)).slice(0, SHOWN)
  return (
    <Radio.Group label="Repository" value={value} onChange={onChange} className={classes.choices ?? ''}>
      <Stack gap={4} my={4}>
        {shown.map(({ id, name, project }) => (
          <Radio
            key={id}
            value={id}
            label={
              <>
                <ForeignText inline>{name}</ForeignText>{' '}
                <span className={classes.count}>
                  <ForeignText inline>{project?.key ?? 'no project'}</ForeignText> · id{' '}
                  <ForeignText inline>{id}</ForeignText>
                </span>
              </>
            }
          />
        ))}
      </Stack>
      {shown.length < repositories.length || hasMore ? (
        <p className={classes.count}>There are more. Search to narrow them down.</p>
      ) : null}
    </Radio.Group>
  )
}
