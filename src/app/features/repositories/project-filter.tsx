import { ActionIcon, TextInput } from '@mantine/core'
import { useChangeParam } from '#app/ui/use-change-param.ts'

/** Limits the list to one project by its key, which stands in the URL. Enter or leaving the field applies it. */
export const ProjectFilter = ({ project }: { project: string }) => {
  const change = useChangeParam()
  const apply = (key: string) => {
    if (key !== project) change('project', key)
  }
  return (
    <TextInput
      aria-label="Project key"
      placeholder="Project key"
      defaultValue={project}
      maxLength={128}
      w={{ base: '100%', sm: 160 }}
      autoComplete="off"
      spellCheck={false}
      onBlur={(event) => apply(event.currentTarget.value.trim())}
      onKeyDown={(event) => {
        if (event.key === 'Enter') apply(event.currentTarget.value.trim())
      }}
      rightSection={
        project === '' ? null : (
          <ActionIcon variant="subtle" color="gray" aria-label="Clear project key" onClick={() => apply('')}>
            <span aria-hidden>✕</span>
          </ActionIcon>
        )
      }
    />
  )
}
