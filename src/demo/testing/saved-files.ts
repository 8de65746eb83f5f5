import { vi } from 'vitest'

/** A file that the app gave the browser to save. */
export type SavedFile = { readonly name: string; readonly blob: Blob }

/** From now until the test ends, the files that the app gives the browser to save, as they come. */
export const savedFiles = (): readonly SavedFile[] => {
  const files: SavedFile[] = []
  let made: Blob = new Blob()
  vi.stubGlobal(
    'URL',
    Object.assign(class extends URL {}, {
      createObjectURL: (blob: Blob) => {
        made = blob
        return 'blob:made'
      },
      revokeObjectURL: () => undefined,
    }),
  )
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function click(this: HTMLAnchorElement) {
    files.push({ name: this.download, blob: made })
  })
  return files
}
