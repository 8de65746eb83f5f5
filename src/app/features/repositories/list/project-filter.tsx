import { wantedRepository } from '#app/domain/repository/wanted-repository.ts'
import { SearchField } from '#app/ui/form/search-field.tsx'
import { useChangeParam } from '#app/browser/use-change-param.ts'

/** The key in what was typed or pasted: an address of a project, or of a repository in it, has one. */
const keyIn = (typed: string): string => {
  const wanted = wantedRepository(typed)
  if (wanted.kind === 'nowhere') return ''
  return 'projectKey' in wanted ? wanted.projectKey : typed.trim()
}

/** Limits the list to one project by its key, which stands in the URL. Enter or leaving the field applies it. */
export const ProjectFilter = ({ project }: { project: string }) => {
  const change = useChangeParam()
  const apply = (typed: string) => {
    const key = keyIn(typed)
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
      onPaste={(event) => {
        const pasted = event.clipboardData.getData('text')
        if (keyIn(pasted) === pasted.trim()) return
        // An address may hold a secret, which must not be shown.
        event.preventDefault()
        apply(pasted)
      }}
      onBlur={(event) => apply(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (event.key === 'Enter') apply(event.currentTarget.value)
      }}
      clearLabel="Clear project key"
      onClear={project === '' ? null : () => apply('')}
    />
  )
}
