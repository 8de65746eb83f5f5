import type { MirrorRecord } from '#upstream/records/mirror-record.ts'

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

const escapeHtml = (text: string) =>
  text.replaceAll(/[&<>"]/g, (character) => escapes[character] ?? character)

/** The settings panel that a mirror serves: a whole document, made by the mirror's host. */
export const mirrorPanel = (mirror: MirrorRecord): string =>
  mirror.panel ??
  `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>${escapeHtml(mirror.name)}</title></head>
<body>
<h2>${escapeHtml(mirror.name)}</h2>
<p>Mirrored projects: ${mirror.projects === 'all' ? 'all' : escapeHtml(mirror.projects.join(', '))}</p>
</body>
</html>
`
