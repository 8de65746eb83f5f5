import type { MirroredRepository } from '#contract/mirrored-repository.ts'
import type { MirrorServer } from '#contract/mirror-server.ts'
import { ForeignText } from '#app/ui/untrusted/foreign-text.tsx'
import { Identifier } from '#app/ui/untrusted/identifier.tsx'
import { StateMark } from '#app/ui/page/state-mark.tsx'
import { addressNotes } from './address-notes.ts'
import { type GitProtocol, gitAddressesOf } from './git-addresses.ts'
import { repositoryRecipes } from './git-commands.ts'
import classes from './git-setup.module.css'
import type { GitShell } from './quoted-word.ts'
import { MachineRecipes } from './machine-recipes.tsx'
import { RecipeBlock } from './recipe-block.tsx'

const WHERE = { clone: 'to clone from', push: 'to push to' } as const

/** The commands for one repository at one mirror, or why there are none. */
export const GitRecipes = ({
  mirror,
  answer,
  upstream,
  protocol,
  shell,
}: {
  mirror: MirrorServer
  answer: MirroredRepository
  /** Address of the upstream that the console is connected to. */
  upstream: string
  protocol: GitProtocol
  shell: GitShell
}) => {
  const addresses = gitAddressesOf(answer, protocol)
  if (addresses.kind === 'missing') {
    return (
      <p className={classes.note}>
        “<ForeignText inline>{mirror.name}</ForeignText>” gives no {protocol} address{' '}
        {WHERE[addresses.purpose]}. Choose another protocol or another mirror.
      </p>
    )
  }
  if (addresses.kind === 'refused') {
    return (
      <div className={classes.note}>
        <StateMark tone="bad">No commands are made</StateMark>
        <p>
          The {protocol} address {WHERE[addresses.purpose]} is not safe in a terminal: {addresses.why}. Report
          it to an administrator of “<ForeignText inline>{mirror.name}</ForeignText>”.
        </p>
        <Identifier>{addresses.address}</Identifier>
      </div>
    )
  }
  const { pair } = addresses
  return (
    <>
      {addressNotes(pair, { mirrorUrl: mirror.baseUrl, upstream }).map(({ purpose, host, expected }) => (
        <div key={purpose} className={classes.note}>
          <StateMark tone="attention">Check the address first</StateMark>
          <p>
            The address {WHERE[purpose]} is at “<Identifier>{host}</Identifier>”, and the console knows this{' '}
            {purpose === 'clone' ? 'mirror' : 'Bitbucket'} as “<Identifier>{expected}</Identifier>”. Use the
            commands only when both are yours.
          </p>
        </div>
      ))}
      {repositoryRecipes(pair).map((recipe) => (
        <RecipeBlock key={recipe.id} recipe={recipe} shell={shell} />
      ))}
      <MachineRecipes mirrorName={mirror.name} pair={pair} shell={shell} />
    </>
  )
}
