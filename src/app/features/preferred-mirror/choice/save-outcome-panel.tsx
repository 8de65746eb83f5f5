import { Problem } from '#app/api/problem.ts'
import { ProblemPanel } from '#app/ui/page/problem-panel.tsx'
import type { SaveOutcome } from './save-outcome.ts'

/** What went wrong with saving, beside the form; nothing for a success, which is announced. */
export const SaveOutcomePanel = ({ outcome }: { outcome: SaveOutcome }) => {
  switch (outcome.kind) {
    case 'confirmed':
      return null
    case 'mirror-gone':
      return (
        <ProblemPanel
          error={new Problem({ kind: 'not-found', status: 404 })}
          title="This mirror no longer exists"
          meaning="It was removed meanwhile, and nothing was saved. Choose another one."
        />
      )
    case 'differs':
      return (
        <ProblemPanel
          error={new Problem({ kind: 'unreadable' })}
          title="Bitbucket shows another choice"
          meaning="It took yours and then answered what stands above. Somebody may have changed it in another window: look at it and save again."
        />
      )
    case 'unconfirmed':
      return (
        <ProblemPanel
          error={outcome.problem ?? new Problem({ kind: 'unreadable' })}
          title="It is not known whether your choice was saved"
          meaning="It was sent, and reading it back failed. Save again: doing it twice does no harm."
        />
      )
    case 'not-saved':
      return outcome.problem.kind === 'not-permitted' ? (
        <ProblemPanel
          error={outcome.problem}
          title="You are not permitted to choose a preferred mirror"
          meaning="Nothing was saved. It takes read access to at least one repository."
        />
      ) : (
        <ProblemPanel error={outcome.problem} title="Your choice was not saved" />
      )
  }
}
