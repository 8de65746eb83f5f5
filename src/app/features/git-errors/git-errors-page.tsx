import { type CSSProperties, useId, useState } from 'react'
import { gitErrorHelp } from '#app/domain/repository/git-error-help.ts'
import { keyText, wantedRepository } from '#app/domain/repository/wanted-repository.ts'
import { paths } from '#app/paths.ts'
import { Page } from '#app/ui/page/page.tsx'
import { TextLink } from '#app/ui/page/text-link.tsx'

/** Not Mantine's, which brings 4 kB for a box that grows. */
const BOX: CSSProperties = {
  display: 'block',
  boxSizing: 'border-box',
  width: '100%',
  margin: '4px 0',
  padding: 8,
  border: '1px solid var(--control)',
  borderRadius: 6,
  background: 'var(--mantine-color-body)',
  color: 'inherit',
  font: '13px var(--mantine-font-family-monospace)',
}

/** Of an address in the text only this is used: no user, password or token of it is shown again or goes into the URL. */
const placeIn = (text: string): string | null => {
  const wanted = wantedRepository(text)
  return wanted.kind === 'at' ? `${keyText(wanted.projectKey)}/${wanted.slug}` : null
}

const Answer = ({ text }: { text: string }) => {
  const found = gitErrorHelp(text)
  const place = placeIn(text)
  return (
    <>
      {found.length === 0 ? (
        <p>
          This message is not known here. Find the repository, and run “Why can’t I clone?” for the mirror
          that you use.
        </p>
      ) : (
        found.map(({ id, title, meaning, steps }) => (
          <section key={id} aria-label={title} style={{ maxWidth: '72ch' }}>
            <h2 style={{ margin: 0, fontSize: 17 }}>{title}</h2>
            <p style={{ margin: '4px 0' }}>{meaning}</p>
            <ol style={{ margin: 0 }}>
              {steps.map((step) => (
                <li key={step}>{step}</li>
              ))}
            </ol>
          </section>
        ))
      )}
      <p style={{ margin: 0 }}>
        <TextLink to={place === null ? paths.repositories : paths.repositoryOf(place)}>
          {place === null ? 'Find the repository' : `Open ${place}`}
        </TextLink>
      </p>
    </>
  )
}

/** What an error of git means, and what to do. The text stays in this page: it is neither sent nor kept. */
export const GitErrorsPage = () => {
  const [text, setText] = useState('')
  const id = useId()
  return (
    <Page title="Git errors" context="Paste what git printed to see what it means and what to do.">
      <div style={{ maxWidth: 720 }}>
        <label htmlFor={id}>Message of git</label>
        <textarea
          id={id}
          aria-describedby={`${id}-kept`}
          rows={6}
          value={text}
          autoComplete="off"
          spellCheck={false}
          style={BOX}
          onChange={({ currentTarget }) => setText(currentTarget.value)}
        />
        <p id={`${id}-kept`} style={{ margin: 0, color: 'var(--mantine-color-dimmed)' }}>
          It stays in this page and is sent nowhere.
        </p>
      </div>
      <div role="status" style={{ display: 'grid', gap: 16 }}>
        {text.trim() === '' ? null : <Answer text={text} />}
      </div>
    </Page>
  )
}
