/** One picture: a page in a state, at one size and colour scheme. */
export type Shot = {
  readonly place: string
  readonly state: string
  readonly variant: string
  readonly file: string
}

/** A page with all pictures beside each other, each with its name. Names are the gallery's own, so nothing is escaped. */
export const contactSheetOf = (shots: readonly Shot[]): string => `<!doctype html>
<meta charset="utf-8">
<title>Gallery</title>
<style>
  body { margin: 12px; font: 13px system-ui; background: #888; display: grid; gap: 10px;
    grid-template-columns: repeat(auto-fill, minmax(420px, 1fr)); }
  figure { margin: 0; } img { width: 100%; display: block; }
</style>
${shots.map(({ place, state, variant, file }) => `<figure><figcaption>${place}: ${state} (${variant})</figcaption><img src="${file}"></figure>`).join('\n')}
`
