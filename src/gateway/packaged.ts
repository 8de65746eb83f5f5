import { nodeTooOld } from './command/node-too-old.ts'

/**
 * The production entry in the archive: the app and the version lie beside it. Nothing else is imported before the Node
 * is known to be new enough, since an older one stops at the first import with an error that says nothing.
 */
const trouble = nodeTooOld(process.versions.node)
if (trouble === null) {
  const { runPackaged } = await import('./command/run-packaged.ts')
  await runPackaged(import.meta.dirname)
} else {
  process.stderr.write(`${trouble}\n`)
  process.exitCode = 1
}
