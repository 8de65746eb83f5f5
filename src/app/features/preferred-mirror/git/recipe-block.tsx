import { CopyButton } from '#app/ui/page/copy-button.tsx'
import { commandLines, type GitRecipe } from './git-commands.ts'
import type { GitShell } from './quoted-word.ts'
import classes from './git-setup.module.css'

/** Commands under their name, to read and to copy. */
export const RecipeBlock = ({ recipe, shell }: { recipe: GitRecipe; shell: GitShell }) => {
  const text = commandLines(recipe.commands, shell)
  return (
    <section className={classes.recipe} aria-label={recipe.title}>
      <h3 className={classes.name}>{recipe.title}</h3>
      <CopyButton text={text} what={`commands: ${recipe.title}`} />
      <p className={classes.note}>{recipe.note}</p>
      <pre className={classes.lines} translate="no">
        {text}
      </pre>
    </section>
  )
}
