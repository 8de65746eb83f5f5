import { SearchField } from '#app/ui/form/search-field.tsx'
import { useChangeParam } from '#app/browser/use-change-param.ts'

/** Limits the list to one project by its key, which stands in the URL. Enter or leaving the field applies it. */
export const ProjectFilter = ({ project }: { project: string }) => {
  const change = useChangeParam()
  const apply = (key: string) => {
    if (key !== project) change('project', key)
  }
  return (
    <SearchField
      label="Project key"
      placeholder="Project key"
      size={12}
      defaultValue={project}
      maxLength={128}
      autoComplete="off"
      spellCheck={false}
      onBlur={(event) => apply(event.currentTarget.value.trim())}
      onKeyDown={(event) => {
        if (event.key === 'Enter') apply(event.currentTarget.value.trim())
      }}
      clearLabel="Clear project key"
      onClear={project === '' ? null : () => apply('')}
    />
  )
}
