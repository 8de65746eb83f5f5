import { ForeignText } from '#app/ui/untrusted/foreign-text.tsx'
import { addressPrefixesOf } from './address-prefixes.ts'
import type { AddressPair } from './git-addresses.ts'
import { machineRecipes } from './git-commands.ts'
import classes from './git-setup.module.css'
import type { GitShell } from './quoted-word.ts'
import { RecipeBlock } from './recipe-block.tsx'

/** The set-up of everything on a machine, folded: it does harm where the mirror does not hold everything. */
export const MachineRecipes = ({
  mirrorName,
  pair,
  shell,
}: {
  mirrorName: string
  pair: AddressPair
  shell: GitShell
}) => {
  const prefixes = addressPrefixesOf(pair)
  return (
    <details className={classes.machine}>
      <summary>Whole machine</summary>
      {prefixes === null ? (
        <p className={classes.note}>
          The two addresses of this repository differ in more than their server, so no rule for all
          repositories follows from them.
        </p>
      ) : (
        <>
          <p className={classes.note}>
            It is not known whether “<ForeignText inline>{mirrorName}</ForeignText>” serves every repository:
            Bitbucket does not say, and no check covers all of them. What it lacks cannot be read on this
            machine until you undo this.
          </p>
          <p className={classes.note}>
            Undo the set-up of single clones first: where a clone has a push address of its own, git would
            send its pushes to the mirror.
          </p>
          {machineRecipes(prefixes).map((recipe) => (
            <RecipeBlock key={recipe.id} recipe={recipe} shell={shell} />
          ))}
        </>
      )}
    </details>
  )
}
