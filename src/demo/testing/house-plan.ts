/** The app's layers: a folder may import what comes before it in this list, never what comes after it. */
const LAYERS = ['paths.ts', 'text', 'browser', 'api', 'ui', 'domain', 'features', 'shell', 'start'] as const

/** The nouns of `src/app/domain`: each may import the nouns before it. */
const NOUNS = [
  'session',
  'upstream',
  'preference',
  'repository',
  'mirror',
  'history',
  'availability',
  'coverage',
  'request',
  'fleet',
] as const

/** Files that a flat folder may hold, tests and styles not counted. */
const FOLDER_LIMIT = 30

/** The files directly in `src/app`. */
const ROOT_FILES = new Set(['paths.ts', 'README.md', 'tsconfig.json'])

/** A file by its path below `src/app`, and its text. */
export type AppFile = { readonly path: string; readonly text: string }

const isTest = (path: string): boolean => /\.test\.tsx?$|(?:^|\/)testing\//.test(path)

const partsOf = (path: string): readonly string[] => path.split('/')

const placeIn = (order: readonly string[], name: string | undefined): number => order.indexOf(name ?? '')

/** What a file imports of the app, static and dynamic, by path below `src/app`. */
const importsOf = ({ path, text }: AppFile): readonly string[] => {
  const folder = partsOf(path).slice(0, -1)
  return [...text.matchAll(/(?:\bfrom|\bimport|\bimport\()\s*['"](?:#app\/|(\.\/))([^'"?]+)/g)].map(
    ([, here, target = '']) => (here === undefined ? target : [...folder, target].join('/')),
  )
}

const importFault = (from: string, to: string): string | null => {
  const [home, noun] = partsOf(from)
  const [abroad, otherNoun] = partsOf(to)
  const line = `${from} imports ${to}`
  if (placeIn(LAYERS, abroad) > placeIn(LAYERS, home)) return `upwards: ${line}`
  if (home === 'shell' && abroad === 'features') return `shell knows a feature: ${line}`
  if (home === 'paths.ts') return `paths.ts imports: ${line}`
  if (home !== abroad || noun === otherNoun) return null
  if (home === 'features') return `between features: ${line}`
  return home === 'domain' && placeIn(NOUNS, otherNoun) > placeIn(NOUNS, noun)
    ? `a later noun: ${line}`
    : null
}

const placeFault = (path: string): string | null => {
  const [first = '', second] = partsOf(path)
  if (second === undefined) return ROOT_FILES.has(first) ? null : `no file of src/app itself: ${path}`
  if (placeIn(LAYERS, first) === -1) return `no layer: ${path}`
  return first === 'domain' && placeIn(NOUNS, second) === -1 ? `no noun: ${path}` : null
}

/** Each key with how many of `names` have it. */
const countBy = (names: readonly string[]): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>()
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1)
  return counts
}

/** What in these files breaks the plan of the app, a line a breach. */
export const breachesOf = (files: readonly AppFile[]): readonly string[] => {
  const products = files.filter(({ path }) => !isTest(path))
  const sources = products.filter(({ path }) => /\.tsx?$/.test(path))
  const stems = countBy(sources.map(({ path }) => (partsOf(path).at(-1) ?? '').replace(/\.tsx?$/, '')))
  const folders = countBy(sources.map(({ path }) => partsOf(path).slice(0, -1).join('/')))
  return [
    ...products.flatMap(({ path }) => placeFault(path) ?? []),
    ...sources.flatMap((file) => importsOf(file).flatMap((target) => importFault(file.path, target) ?? [])),
    ...[...stems].flatMap(([stem, count]) => (count > 1 ? [`${String(count)} files named ${stem}`] : [])),
    ...[...folders].flatMap(([folder, count]) =>
      count > FOLDER_LIMIT ? [`${String(count)} files in ${folder}`] : [],
    ),
  ]
}
