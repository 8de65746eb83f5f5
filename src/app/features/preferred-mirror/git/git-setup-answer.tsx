import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { ComponentProps } from 'react'
import { isSafeId } from '#contract/path.ts'
import { availabilityWords, isServing } from '#app/domain/availability/availability-words.ts'
import { Problem } from '#app/api/problem.ts'
import { availabilityQuery } from '#app/domain/availability/ask-mirror.ts'
import { ForeignText } from '#app/ui/untrusted/foreign-text.tsx'
import { ProblemPanel } from '#app/ui/page/problem-panel.tsx'
import { StateMark } from '#app/ui/page/state-mark.tsx'
import { GitRecipes } from './git-recipes.tsx'
import classes from './git-setup.module.css'

/** Asks the mirror for the addresses of the repository, and shows the commands made of them. */
export const GitSetupAnswer = ({
  repositoryId,
  mirror,
  ...rest
}: { repositoryId: string } & Omit<ComponentProps<typeof GitRecipes>, 'answer'>) => {
  const { data, error, refetch, isFetching } = useQuery({
    ...availabilityQuery(repositoryId, mirror.id),
    enabled: isSafeId(repositoryId),
    refetchOnWindowFocus: false,
  })
  if (!isSafeId(repositoryId)) return <ProblemPanel error={new Problem({ kind: 'not-found' })} />
  if (data === undefined) {
    return error === null ? (
      <p className={classes.note} role="status">
        Asking “<ForeignText inline>{mirror.name}</ForeignText>” for its addresses…
      </p>
    ) : (
      <ProblemPanel
        error={error}
        title="The mirror could not be asked for its addresses"
        onRetry={() => void refetch()}
      />
    )
  }
  if (data.kind === 'answered' && isServing(data)) {
    return <GitRecipes mirror={mirror} answer={data.answer} {...rest} />
  }
  const { tone, word, meaning } = availabilityWords(data)
  return (
    <div className={classes.note} role="status">
      <StateMark tone={tone}>{word}</StateMark>
      <p>
        {meaning} No commands are made: “<ForeignText inline>{mirror.name}</ForeignText>” does not serve this
        repository now. Choose another mirror or repository.
      </p>
      <Button variant="default" size="xs" loading={isFetching} onClick={() => void refetch()}>
        Ask again
      </Button>
    </div>
  )
}
