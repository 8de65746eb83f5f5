import { ActionIcon, TextInput } from '@mantine/core'
import { useSearchParams } from 'react-router'

/** Limits the list to one project by its key, which stands in the URL. Enter or leaving the field applies it. */
export const ProjectFilter = ({ project }: { project: string }) => {
  const [, setParams] = useSearchParams()
  const apply = (key: string) => {
    if (key === project) return
    setParams(
      (before) => {
        const after = new URLSearchParams(before)
        if (key === '') after.delete('project')
        else after.set('project', key)
        return after
      },
      { replace: true, preventScrollReset: true },
    )
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
