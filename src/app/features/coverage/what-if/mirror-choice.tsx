import { IconSearch } from '@tabler/icons-react'
import { useState } from 'react'
import type { MirrorServer } from '#contract/mirror-server.ts'
import { numberText } from '#app/text/number-text.ts'
import { Check } from '#app/ui/form/check.tsx'
import { SearchField } from '#app/ui/form/search-field.tsx'
import { foundRows } from '#app/ui/table/long/found-rows.ts'
import { ForeignText } from '#app/ui/untrusted/foreign-text.tsx'
import classes from '#app/features/coverage/coverage.module.css'

/** Mirrors that are offered at once, beside the chosen ones. */
const OFFERED = 20

const nameOf = ({ name }: { readonly name: string }) => [name]

/** Chooses mirrors among a hundred: those that are chosen come first, the others are found by their names. */
export const MirrorChoice = ({
  mirrors,
  gone,
  onChange,
}: {
  mirrors: readonly MirrorServer[]
  gone: ReadonlySet<string>
  onChange: (mirrorIds: readonly string[], isGone: boolean) => void
}) => {
  const [search, setSearch] = useState('')
  const chosen = mirrors.filter(({ id }) => gone.has(id))
  const others = mirrors.filter(({ id }) => !gone.has(id))
  const found = search.trim() === '' ? others : foundRows(others, search, nameOf)
  const more = found.length - OFFERED
  return (
    <>
      {mirrors.length > OFFERED ? (
        <SearchField
          type="search"
          label="Find a mirror to leave out"
          placeholder="Mirror name"
          value={search}
          onChange={(event) => setSearch(event.currentTarget.value)}
          icon={<IconSearch size={16} aria-hidden />}
          clearLabel="Clear the search for mirrors"
          onClear={search === '' ? null : () => setSearch('')}
          maxLength={200}
        />
      ) : null}
      <fieldset>
        <legend className="visually-hidden">Simulate without these mirrors</legend>
        {[...chosen, ...found.slice(0, OFFERED)].map(({ id, name }) => (
          <Check key={id} isChecked={gone.has(id)} onChange={(isChecked) => onChange([id], isChecked)}>
            <ForeignText inline>{name}</ForeignText>
          </Check>
        ))}
      </fieldset>
      {more > 0 ? <p className={classes.note}>{numberText(more)} more mirrors. Search to find one.</p> : null}
      {found.length === 0 && others.length > 0 ? <p className={classes.note}>No matches</p> : null}
    </>
  )
}
